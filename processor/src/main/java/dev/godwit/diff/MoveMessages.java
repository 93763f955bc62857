package dev.godwit.diff;

import dev.godwit.change.MoveValues.Pair;
import dev.godwit.diff.Finding.Severity;
import dev.godwit.model.DeclaredMove;
import dev.godwit.model.MappedHierarchy;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Type;
import dev.godwit.schema.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every message about values that move between tables, with its code. */
final class MoveMessages {

    private static final String BY_HAND =
            "take @MovedFrom away, accept the migration, and write the line by hand: schema.moveValues(\"%s\", \"%s\", …)"
                    + " before the column goes, sealed by godwit:accept -Dgodwit.edited=<version>";

    private MoveMessages() {}

    /** @param source the column by the names that it had, which are written into the annotation */
    static Finding likely(Ref to, Optional<Origin> origin, Ref from, Ref source) {
        String column = source.column().equals(to.column())
                ? ""
                : ", column = \"%s\"".formatted(source.column().orElseThrow());
        return finding(
                Severity.WARNING,
                "GW1231",
                to,
                origin,
                "%1$s is new and %2$s goes, with its values. If they move here, write @MovedFrom(table = \"%3$s\"%4$s) "
                        + "here. If not, write @SuppressWarnings(\"GW1231\") here, and accept that the values are lost.",
                to,
                from,
                source.object(),
                column);
    }

    static Finding done(Ref to, Optional<Origin> origin) {
        return finding(
                Severity.HINT,
                "GW1232",
                to,
                origin,
                "@MovedFrom for %s has done its work and can go: the snapshot has the column.",
                to);
    }

    /** @param own whether the column is there, in the same table */
    static Finding noSource(DeclaredMove move, Optional<Origin> origin, boolean own) {
        return finding(
                Severity.ERROR,
                "GW1233",
                move.to(),
                origin,
                own
                        ? "@MovedFrom for %1$s names the table that it is in. A column that gets another name in its table is "
                                + "declared by @RenamedFrom(column = \"%3$s\")."
                        : "@MovedFrom for %1$s names the column %2$s.%3$s, which the snapshot does not have. Correct the "
                                + "table, or state the column (column = \"…\"), by the names that they had in the database.",
                move.to(),
                move.table(),
                move.column());
    }

    /** @param joins none, or several */
    static Finding noOneJoin(DeclaredMove move, Optional<Origin> origin, List<List<Pair>> joins) {
        String byHand = BY_HAND.formatted(move.table(), move.to().object());
        return joins.isEmpty()
                ? finding(
                        Severity.ERROR,
                        "GW1234",
                        move.to(),
                        origin,
                        "@MovedFrom for %1$s: nothing says which rows of %2$s belong to which of %3$s. They share no primary "
                                + "key, and no foreign key leads from one to the other that had values before (one that "
                                + "is new in a table with rows has none yet). Map one to the other, such as by @MapsId, or "
                                + "%4$s.",
                        move.to(),
                        move.table(),
                        move.to().object(),
                        byHand)
                : finding(
                        Severity.ERROR,
                        "GW1235",
                        move.to(),
                        origin,
                        "@MovedFrom for %1$s: rows of %2$s belong to rows of %3$s in more than one way, by %4$s. Choose one: "
                                + "%5$s.",
                        move.to(),
                        move.table(),
                        move.to().object(),
                        joins.stream().map(MoveMessages::join).collect(Collectors.joining(", and by ")),
                        byHand);
    }

    private static String join(List<Pair> join) {
        return join.stream().map(pair -> pair.from() + " = " + pair.to()).collect(Collectors.joining(" and "));
    }

    static Finding twice(DeclaredMove move, Optional<Origin> origin, Ref other) {
        return finding(
                Severity.ERROR,
                "GW1236",
                move.to(),
                origin,
                "@MovedFrom for %s names %s.%s, as the one for %s does. Keep it where the values belong; when the "
                        + "migration is taken back they come from there.",
                move.to(),
                move.table(),
                move.column(),
                other);
    }

    static Finding cannotMakeRows(Move move, Optional<Origin> origin, Identifier missing) {
        return finding(
                Severity.ERROR,
                "GW1237",
                move.to(),
                origin,
                "@MovedFrom for %1$s: rows of %2$s are made for the values, and %2$s.%3$s, which is NOT NULL, gets none. "
                        + "Share the primary key (@MapsId), have the database make it (GenerationType.IDENTITY), give the "
                        + "column a default (@ColumnDefault) or values of its own (@MovedFrom), or take @MovedFrom away, "
                        + "accept the migration, and insert the rows by schema.sql(…) in it.",
                move.to(),
                move.to().object(),
                missing);
    }

    static Finding copies(DeclaredMove move, Optional<Origin> origin) {
        return finding(
                Severity.WARNING,
                "GW1238",
                move.to(),
                origin,
                "@MovedFrom for %s copies the values of %s.%s, which is still mapped: from then on each has its own. If "
                        + "that is not meant, remove the one or the other.",
                move.to(),
                move.table(),
                move.column());
    }

    static Finding otherType(DeclaredMove move, Optional<Origin> origin, Type from, Type to) {
        return finding(
                Severity.ERROR,
                "GW1239",
                move.to(),
                origin,
                "@MovedFrom for %s: the values of %s.%s are %s, and it is %s. Move them as they are, and change the type "
                        + "in a migration of its own, before or after.",
                move.to(),
                move.table(),
                move.column(),
                TypeText.of(from),
                TypeText.of(to));
    }

    /** @param tables of classes of which it is not known which they are */
    static Finding unknownClasses(
            Ref root, Optional<Origin> origin, MappedHierarchy hierarchy, List<QualifiedName> tables) {
        boolean comes = !hierarchy.single();
        String move = comes ? "schema.moveValues(\"%s\", \"%s\", …" : "schema.moveValues(\"%2$s\", \"%1$s\", …";
        String kind = comes
                ? ".newRows(\"<discriminator column>\", \"<value>\", …)"
                : ".marks(\"<discriminator column>\", \"<value>\")";
        return finding(
                Severity.WARNING,
                "GW1240",
                root,
                origin,
                "The inheritance strategy of %s changes, and nothing says which values of %s %s of which class: the "
                        + "snapshot does not know where its tables come from, or a class has no discriminator value of its "
                        + "own. As it stands the migration loses them. Accept it, write for each class, above what goes, "
                        + "%s%s), and the reverse in down(), and seal it by godwit:accept -Dgodwit.edited=<version>.",
                hierarchy.root().name(),
                tables.stream().map(QualifiedName::toString).collect(Collectors.joining(", ")),
                tables.size() == 1 ? "is" : "are",
                move.formatted(hierarchy.table(), tables.get(0)),
                kind);
    }

    private static Finding finding(
            Severity severity, String code, Ref place, Optional<Origin> origin, String text, Object... arguments) {
        return new Finding(severity, code, text.formatted(arguments), place, origin);
    }
}
