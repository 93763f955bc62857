package dev.godwit.referee;

import java.util.Locale;

/** SQL expressions brought to one form, as far as that needs no parser. */
final class SqlText {

    private SqlText() {}

    /**
     * Without quotes around names, in lower case and with single blanks outside of literals, without blanks beside
     * parentheses and commas, and without parentheses around the whole.
     */
    static String normal(String sql) {
        StringBuilder text = new StringBuilder();
        boolean literal = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                literal = !literal;
                text.append(c);
            } else if (literal) {
                text.append(c);
            } else if (Character.isWhitespace(c)) {
                blank(text);
            } else if (c != '"' && c != '`') {
                tight(text, c);
            }
        }
        return unwrapped(text.toString().strip());
    }

    /** A type in lower case and with single blanks outside of literals. */
    static String type(String sql) {
        return normal(sql);
    }

    private static void blank(StringBuilder text) {
        int last = text.length() - 1;
        if (last >= 0 && "(, ".indexOf(text.charAt(last)) < 0) {
            text.append(' ');
        }
    }

    private static void tight(StringBuilder text, char c) {
        int last = text.length() - 1;
        if (last >= 0 && (c == ')' || c == ',') && text.charAt(last) == ' ') {
            text.setLength(last);
        }
        text.append(String.valueOf(c).toLowerCase(Locale.ROOT));
    }

    private static String unwrapped(String sql) {
        if (sql.length() < 2 || sql.charAt(0) != '(') {
            return sql;
        }
        int depth = 0;
        boolean literal = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                literal = !literal;
            } else if (!literal) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (depth == 0) {
                return i == sql.length() - 1 ? unwrapped(sql.substring(1, i).strip()) : sql;
            }
        }
        return sql;
    }
}
