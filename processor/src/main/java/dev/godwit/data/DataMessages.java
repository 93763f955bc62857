package dev.godwit.data;

import dev.godwit.csv.CsvRecord;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every message about files of declared rows, with its code. Codes are never used again for something else. */
final class DataMessages {

    private DataMessages() {}

    private static DataProblem problem(QualifiedName table, String code, String text, Object... arguments) {
        return new DataProblem(code, text.formatted(arguments), table);
    }

    static DataProblem damaged(QualifiedName table, String file, int line, String what) {
        return problem(table, "GW2701", "%s, line %d: %s.", file, line, what);
    }

    static DataProblem unreadable(QualifiedName table, String file, String why) {
        return problem(table, "GW2702", "%s cannot be read: %s. Save it as text in UTF-8.", file, why);
    }

    static DataProblem noTable(DeclaredTable file) {
        return problem(
                file.table(),
                "GW2703",
                "%s declares rows of table %s, which no entity maps. Name the file after the table as the database has "
                        + "it, with its schema and a dot before it where the mapping states one; or take the file away.",
                file.file(),
                file.table());
    }

    static DataProblem noHeader(DeclaredTable file) {
        return problem(
                file.table(),
                "GW2704",
                "%s is empty. Its first line names the columns, such as code,name; without any line behind, no rows belong "
                        + "to the schema.",
                file.file());
    }

    static DataProblem noColumn(DeclaredTable file, String heading, Collection<Identifier> columns) {
        return problem(
                file.table(),
                "GW2705",
                "%s names the column '%s', which table %s has not got. It has %s.",
                file.file(),
                heading,
                file.table(),
                list(columns));
    }

    static DataProblem columnTwice(DeclaredTable file, String heading) {
        return problem(file.table(), "GW2706", "%s names the column '%s' twice. Take one away.", file.file(), heading);
    }

    static DataProblem computed(DeclaredTable file, String heading) {
        return problem(
                file.table(),
                "GW2707",
                "%s names the column '%s', which the database computes. Take it out of the file.",
                file.file(),
                heading);
    }

    static DataProblem noKey(DeclaredTable file, List<Identifier> key) {
        return problem(
                file.table(),
                "GW2708",
                "%s does not say which row is which: %s. Add the key's columns to the header, or mark the columns of a "
                        + "unique key by a star, such as code*,name.",
                file.file(),
                key.isEmpty() ? "table " + file.table() + " has no primary key" : "the primary key is " + list(key));
    }

    static DataProblem notUnique(DeclaredTable file, List<Identifier> marked) {
        return problem(
                file.table(),
                "GW2709",
                "%s marks %s as the key, and no primary or unique key of table %s is on just these columns. Give the "
                        + "entity one (@Column(unique = true), @UniqueConstraint), or mark others.",
                file.file(),
                list(marked),
                file.table());
    }

    static DataProblem requiredMissing(DeclaredTable file, Identifier column) {
        return problem(
                file.table(),
                "GW2710",
                "%s has no column %s, which must have a value in every row and has no default. Add it.",
                file.file(),
                column);
    }

    static DataProblem wrongCount(DeclaredTable file, CsvRecord record, int columns) {
        return problem(
                file.table(),
                "GW2711",
                "%s, line %d: there are %d values, and the header names %d columns. A value with a comma in it is quoted.",
                file.file(),
                record.line(),
                record.values().size(),
                columns);
    }

    static DataProblem valueMissing(DeclaredTable file, int line, Identifier column) {
        return problem(
                file.table(),
                "GW2712",
                "%s, line %d: %s must have a value. An empty text is written as \"\".",
                file.file(),
                line,
                column);
    }

    static DataProblem badValue(DeclaredTable file, int line, Identifier column, String why) {
        return problem(file.table(), "GW2713", "%s, line %d: in %s, %s", file.file(), line, column, why);
    }

    static DataProblem keyTwice(DeclaredTable file, int line, List<Optional<String>> key) {
        return problem(
                file.table(),
                "GW2714",
                "%s, line %d: the row %s is there already. Take one away.",
                file.file(),
                line,
                key.stream().map(value -> value.orElse("NULL")).collect(Collectors.joining(", ")));
    }

    static DataProblem tooMany(DeclaredTable file, int rows, int most) {
        return problem(
                file.table(),
                "GW2715",
                "%s has %d rows; at most %d belong to a schema. Load them by a migration of rows (godwit:new) instead.",
                file.file(),
                rows,
                most);
    }

    private static String list(Collection<Identifier> names) {
        return names.stream().map(Identifier::toString).collect(Collectors.joining(", "));
    }
}
