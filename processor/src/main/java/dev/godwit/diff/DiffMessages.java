package dev.godwit.diff;

import dev.godwit.data.DataProblem;
import dev.godwit.diff.Finding.Severity;
import dev.godwit.model.DeclaredRename;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Type;
import dev.godwit.schema.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every message about a difference, with its code. Codes are never used again for something else. */
final class DiffMessages {

    private DiffMessages() {}

    /** @param renames the paste-ready annotation for each column that this one may be */
    static Finding likelyColumn(Ref added, Optional<Origin> origin, List<Identifier> dropped, List<String> renames) {
        return warning(
                "GW1201",
                added,
                origin,
                "%1$s is new and %2$s %3$s, with its values. If it is the same under another name, write %4$s here; if it is "
                        + "computed, %5$s. If neither, write @SuppressWarnings(\"GW1201\") here, and accept that the values "
                        + "are lost.",
                added,
                words(dropped.stream()
                        .map(column -> added.object() + "." + column)
                        .toList()),
                dropped.size() == 1 ? "goes" : "go",
                String.join(" or ", renames),
                BackfillHints.computed(dropped, List.of(added.column().orElseThrow())));
    }

    static Finding likelyTable(Ref added, Optional<Origin> origin, QualifiedName dropped, String rename) {
        return warning(
                "GW1202",
                added,
                origin,
                "Table %s is new and table %s goes, with its rows. If it is the same under another name, write %s here. "
                        + "If not, write @SuppressWarnings(\"GW1202\") here, and accept that the rows are lost.",
                added,
                dropped,
                rename);
    }

    /** A file of rows that cannot be used. */
    static Finding unusableRows(DataProblem problem) {
        return new Finding(Severity.ERROR, problem.code(), problem.text(), Ref.of(problem.table()), Optional.empty());
    }

    static Finding rowsGone(QualifiedName table, int rows) {
        return warning(
                "GW2716",
                Ref.of(table),
                Optional.empty(),
                "No file declares rows of %1$s any more, and %2$d belong to the schema so far: the migration deletes them. "
                        + "If they are to stay, restore META-INF/godwit/data/%1$s.csv.",
                table,
                rows);
    }

    static Finding rowKeyChanged(QualifiedName table, List<Identifier> from, List<Identifier> to) {
        return new Finding(
                Severity.ERROR,
                "GW2717",
                "The rows of %1$s were told apart by %2$s and are now by %3$s, so which row is which is not known. Leave "
                                .formatted(table, from, to)
                        + "the key of data/%s.csv as it was; to change it, take the file away and accept that, then add it "
                                .formatted(table)
                        + "again with the other key.",
                Ref.of(table),
                Optional.empty());
    }

    static Finding noValue(Ref column, Optional<Origin> origin) {
        return warning(
                "GW1203",
                column,
                origin,
                "%s is new and NOT NULL, and the rows that are there have no value for it: the migration stops on a "
                        + "table with rows. Give it a default (@ColumnDefault(\"…\")), compute a value for those rows "
                        + "(@Backfill(\"…\")), or make it nullable in this release and NOT NULL in the next.",
                column);
    }

    static Finding becomesRequired(Ref column, Optional<Origin> origin) {
        return warning(
                "GW1204",
                column,
                origin,
                "%s becomes NOT NULL: the migration stops where rows have no value. Compute one for them "
                        + "(@Backfill(\"…\")), or fill them before.",
                column);
    }

    static Finding narrows(Ref column, Optional<Origin> origin, Type from, Type to) {
        return warning(
                "GW1205",
                column,
                origin,
                "%s narrows from %s to %s: the migration stops at values that do not fit, or rounds them. Keep the "
                        + "wider type, or make the values fit before (a migration made by godwit:new can).",
                column,
                TypeText.of(from),
                TypeText.of(to));
    }

    static Finding mayNotConvert(Ref column, Optional<Origin> origin, Type from, Type to) {
        return warning(
                "GW1206",
                column,
                origin,
                "%s changes from %s to %s: the migration stops at values that the database cannot convert. Make them "
                        + "convertible before, or say how they convert: %s. %s",
                column,
                TypeText.of(from),
                TypeText.of(to),
                BackfillHints.converted(column.column().orElseThrow(), to),
                inPhases(column.column().orElseThrow()));
    }

    static Finding cannotConvert(Ref column, Optional<Origin> origin, Type from, Type to) {
        return warning(
                "GW1207",
                column,
                origin,
                "%s changes from %s to %s, which no database converts by itself. Say how its values convert: %s. %s",
                column,
                TypeText.of(from),
                TypeText.of(to),
                BackfillHints.converted(column.column().orElseThrow(), to),
                inPhases(column.column().orElseThrow()));
    }

    /** Two versions cannot have two types under one name. */
    private static String inPhases(Identifier column) {
        Identifier other = new Identifier(column.text() + "_new", column.quoted());
        return "While a version runs that knows the former type, give it a column of another name instead: @Column(name = \"%s\") %s."
                .formatted(other, BackfillHints.computed(List.of(column), List.of(other)));
    }

    static Finding noReverse(Ref added, Optional<Origin> origin, List<Identifier> sources) {
        return new Finding(
                Severity.HINT,
                "GW1214",
                ("%1$s is computed from %2$s, which %3$s. Rows written from now on have no %2$s, neither for the way back"
                                + " nor for a version that still reads it: say how it comes back by %4$s in the @Backfill"
                                + " here.")
                        .formatted(
                                added,
                                words(sources.stream().map(Identifier::toString).toList()),
                                sources.size() == 1 ? "goes" : "go",
                                BackfillHints.reversed(
                                        sources, List.of(added.column().orElseThrow()))),
                added,
                origin);
    }

    /** @param coming columns that are new in the table, and could be computed from it */
    static Finding columnGoes(Ref column, Optional<Origin> origin, List<Identifier> coming) {
        String computed = coming.isEmpty()
                ? ""
                : " If %s is computed from it, write %s there."
                        .formatted(
                                coming.stream().map(Identifier::toString).collect(Collectors.joining(" or ")),
                                BackfillHints.computed(List.of(column.column().orElseThrow()), coming));
        return warning(
                "GW1208",
                column,
                origin,
                "%s goes, with its values, since no attribute is mapped to it.%s",
                column,
                computed);
    }

    static Finding tableGoes(Ref table, Optional<Origin> origin) {
        return warning("GW1209", table, origin, "Table %s goes, with its rows, since nothing is mapped to it.", table);
    }

    static Finding typeChanges(Ref type, Optional<Origin> origin) {
        return warning(
                "GW1210",
                type,
                origin,
                "Type %s changes, so it is dropped and created again, which a database refuses while a column is of "
                        + "it. Give the changed type another name (@Struct(name = \"…\")).",
                type);
    }

    static Finding newIdSource(Ref sequence, Optional<Origin> origin, QualifiedName table) {
        return warning(
                "GW1211",
                sequence,
                origin,
                "Sequence %s is new and begins at its start, while table %s may hold larger ids already. Start it "
                        + "above them (initialValue of @SequenceGenerator).",
                sequence,
                table);
    }

    /**
     * @param what the kind of thing and its name
     * @param databases those that reserve the word
     */
    static Finding reservedWord(
            String what, Identifier name, List<String> databases, Ref place, Optional<Origin> origin) {
        return warning(
                "GW1212",
                place,
                origin,
                "%s has a reserved word of %s for its name: Hibernate writes it without quotes, and its SQL fails there. "
                        + "Choose another name, or quote it in the mapping (name = \"`%s`\").",
                what,
                words(databases),
                name.text());
    }

    /**
     * @param what the kind of thing and its name
     * @param databases those that do not take the name
     */
    static Finding longName(String what, Identifier name, List<String> databases, Ref place, Optional<Origin> origin) {
        return warning(
                "GW1213",
                place,
                origin,
                "%s has a name of %d characters, more than %s can hold: there the migration is refused. Give it a "
                        + "shorter name in the mapping.",
                what,
                name.text().length(),
                words(databases));
    }

    static Finding staleRename(DeclaredRename rename) {
        return about(
                Severity.HINT,
                "GW1221",
                rename,
                "@RenamedFrom on %s has done its work and can go: the snapshot has the new name.",
                subject(rename));
    }

    static Finding unknownSource(DeclaredRename rename) {
        return about(
                Severity.WARNING,
                "GW1222",
                rename,
                "@RenamedFrom on %s is ignored: the snapshot has nothing called '%s' that could be renamed. "
                        + "Correct the name, or remove the annotation.",
                subject(rename),
                rename.from().or(rename::databaseName).orElse(""));
    }

    static Finding sourceStillThere(DeclaredRename rename, String source) {
        return about(
                Severity.WARNING,
                "GW1223",
                rename,
                "@RenamedFrom on %s takes the values of '%s', which is still mapped and begins without any. If that is "
                        + "not meant, remove the one or the other.",
                subject(rename),
                source);
    }

    static Finding sourceTwice(DeclaredRename rename, String source) {
        return about(
                Severity.ERROR,
                "GW1224",
                rename,
                "@RenamedFrom on %s names '%s', as another one does. Keep it where the values belong, and fill the "
                        + "other by @Backfill(\"…\").",
                subject(rename),
                source);
    }

    private static String subject(DeclaredRename rename) {
        return new Origin(rename.entity(), rename.path()).toString();
    }

    private static Finding about(
            Severity severity, String code, DeclaredRename rename, String text, Object... arguments) {
        Origin origin = new Origin(rename.entity(), rename.path());
        return new Finding(
                severity,
                code,
                text.formatted(arguments),
                Ref.of(new QualifiedName(Identifier.of(rename.entity()))),
                Optional.of(origin));
    }

    private static Finding warning(String code, Ref place, Optional<Origin> origin, String text, Object... arguments) {
        return new Finding(Severity.WARNING, code, text.formatted(arguments), place, origin);
    }

    private static String words(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
