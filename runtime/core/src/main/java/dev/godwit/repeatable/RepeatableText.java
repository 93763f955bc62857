package dev.godwit.repeatable;

import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one file, which is not read as SQL: comments at its beginning say what it needs, and the rest is one
 * statement, or several with the line {@value #SEPARATOR} between them.
 *
 * @param after names of the repeatables that must be there before
 * @param reads tables that what it makes reads, so that it has to be away while they change
 * @param drops statements that take away what it makes, and do nothing where that is away
 * @param statements in their order
 */
public record RepeatableText(
        List<String> after, List<QualifiedName> reads, List<String> drops, List<String> statements) {

    /** Between two statements. */
    public static final String SEPARATOR = "-- next statement";

    private static final Pattern WORD = Pattern.compile("--\\s*([a-z]+):\\s*(.*)");

    public RepeatableText {
        after = List.copyOf(after);
        reads = List.copyOf(reads);
        drops = List.copyOf(drops);
        statements = List.copyOf(statements);
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException saying what is wrong with it, without an end
     */
    public static RepeatableText parse(String text) {
        List<String> after = new ArrayList<>();
        List<QualifiedName> reads = new ArrayList<>();
        List<String> drops = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int line = 0;
        for (; line < lines.size() && isHead(lines.get(line)); line++) {
            Matcher word = WORD.matcher(lines.get(line).strip());
            if (word.matches()) {
                String value = word.group(2).strip();
                switch (word.group(1)) {
                    case "after" -> after.addAll(names(value));
                    case "reads" -> names(value).forEach(name -> reads.add(QualifiedName.of(name)));
                    case "drop" -> drops.add(value);
                    default ->
                        throw new IllegalArgumentException(
                                "line %d begins with '-- %s:', and the words are after, reads and drop; write a comment with a capital letter"
                                        .formatted(line + 1, word.group(1)));
                }
            }
        }
        List<String> statements = statements(lines.subList(line, lines.size()));
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("there is no statement in it");
        }
        if (!reads.isEmpty() && drops.isEmpty()) {
            throw new IllegalArgumentException(
                    "it says which tables it reads and not how it is taken away while they change; add a line such as"
                            + " '-- drop: drop view if exists …'");
        }
        return new RepeatableText(after, reads, drops, statements);
    }

    private static boolean isHead(String line) {
        return line.isBlank() || line.strip().startsWith("--") && !line.strip().equals(SEPARATOR);
    }

    private static List<String> names(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> statements(List<String> lines) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : lines) {
            if (line.strip().equals(SEPARATOR)) {
                add(statements, statement);
                statement.setLength(0);
            } else {
                statement.append(line).append('\n');
            }
        }
        add(statements, statement);
        return statements;
    }

    private static void add(List<String> statements, StringBuilder statement) {
        String text = statement.toString().strip();
        if (!text.isEmpty()) {
            statements.add(text);
        }
    }
}
