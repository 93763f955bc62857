package dev.godwit.dialect.phased;

import dev.godwit.schema.Identifier;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the columns that an expression names, without reading SQL: words that are no literal and no function. */
public final class SqlNames {

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"|`((?:[^`]|``)*)`|([\\p{L}_][\\p{L}\\p{N}_$]*)(\\s*\\()?");

    private SqlNames() {}

    /**
     * The expression with its columns written in another way.
     *
     * @param columns the columns that it may name
     * @param written how each is written
     */
    public static String replace(
            String expression, Collection<Identifier> columns, Function<Identifier, String> written) {
        StringBuilder sql = new StringBuilder();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            String replacement = named(matcher, expression)
                    .flatMap(name -> columns.stream()
                            .filter(column -> isSame(column, name))
                            .findFirst())
                    .map(written)
                    .orElse(matcher.group());
            matcher.appendReplacement(sql, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(sql).toString();
    }

    /** Whether the expression names the column. */
    public static boolean mentions(String expression, Identifier column) {
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            if (named(matcher, expression).filter(name -> isSame(column, name)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether SQL has the name in it, qualified or not, other than in a literal. */
    static boolean hasWord(String sql, Identifier name) {
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            if (Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
                    .anyMatch(word -> word != null && isSame(name, word))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> named(Matcher matcher, String expression) {
        boolean qualified = matcher.start() > 0 && expression.charAt(matcher.start() - 1) == '.';
        if (qualified || matcher.group(4) != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(1))
                .or(() -> Optional.ofNullable(matcher.group(2)))
                .or(() -> Optional.ofNullable(matcher.group(3)));
    }

    private static boolean isSame(Identifier column, String name) {
        return column.text().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
}
