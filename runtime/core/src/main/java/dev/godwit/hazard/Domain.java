package dev.godwit.hazard;

import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Type.EnumOf;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The values that a column takes, where its type or one of its checks lists them: enums, discriminators, converters. */
final class Domain {

    private static final Pattern LISTED =
            Pattern.compile(".* in ?\\((.*)\\)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'|-?\\d+");
    private static final Pattern RANGE =
            Pattern.compile(".* between (-?\\d{1,9}) and (-?\\d{1,9})", Pattern.CASE_INSENSITIVE);

    private Domain() {}

    /** The values of one definition that another lacks; none where either lists no values. */
    static List<String> removed(Column from, Column to) {
        List<String> gone = new ArrayList<>(of(from));
        List<String> kept = of(to);
        gone.removeAll(kept);
        return kept.isEmpty() ? List.of() : gone;
    }

    private static List<String> of(Column column) {
        return column.type() instanceof EnumOf enumType
                ? enumType.values()
                : column.checks().stream().flatMap(Domain::listed).distinct().toList();
    }

    private static Stream<String> listed(Check check) {
        Matcher range = RANGE.matcher(check.expression());
        if (range.matches()) {
            return LongStream.rangeClosed(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)))
                    .limit(1000)
                    .mapToObj(Long::toString);
        }
        Matcher list = LISTED.matcher(check.expression());
        return list.matches() ? LITERAL.matcher(list.group(1)).results().map(Domain::value) : Stream.empty();
    }

    private static String value(MatchResult literal) {
        return literal.group(1) == null ? literal.group() : literal.group(1).replace("''", "'");
    }
}
