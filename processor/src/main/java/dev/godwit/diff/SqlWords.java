package dev.godwit.diff;

import dev.godwit.schema.Identifier;
import java.util.regex.Pattern;

/** Whether SQL may name something: said too often rather than too seldom, since nothing here reads SQL. */
final class SqlWords {

    private SqlWords() {}

    static boolean mention(String sql, Identifier name) {
        return Pattern.compile(
                        "(?<![\\w$])" + Pattern.quote(name.text()) + "(?![\\w$])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sql)
                .find();
    }
}
