package dev.godwit.dialect.standard;

import java.util.regex.Pattern;

/** What can be told of an expression without reading SQL: whether it is one literal. */
public final class Literals {

    private static final Pattern LITERAL =
            Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?|'([^'\\\\]|'')*'|true|false", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOCK = Pattern.compile(
            "(current_timestamp|localtimestamp|current_date|current_time|localtime)(\\([0-9]?\\))?|now\\(\\)",
            Pattern.CASE_INSENSITIVE);

    private Literals() {}

    /** Whether the expression is a number, a text without a backslash, true or false. */
    public static boolean isLiteral(String expression) {
        return LITERAL.matcher(expression.strip()).matches();
    }

    /** Whether the expression has one value for all rows of a statement. */
    public static boolean isOneValue(String expression) {
        return isLiteral(expression) || CLOCK.matcher(expression.strip()).matches();
    }
}
