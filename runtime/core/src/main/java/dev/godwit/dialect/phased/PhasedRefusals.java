package dev.godwit.dialect.phased;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.MoveValues;
import dev.godwit.dialect.DialectException;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.List;
import java.util.stream.Collectors;

/** What is refused, and what is asked, where a running version of an application is to be spared. */
public final class PhasedRefusals {

    private static final String AT_ONCE =
            "say -Dgodwit.phase=all, which does everything at once, at a time when no version of the application runs";

    private PhasedRefusals() {}

    /** Something that two versions of an application cannot live with at once. */
    public static DialectException cannot(String what, String why) {
        return new DialectException(
                "GW3150",
                "The running version cannot be spared while %s: %s. Nothing was executed. Either %s, or take the change apart: add what is new in one migration, and drop what is old in a later one."
                        .formatted(what, why, AT_ONCE));
    }

    /** A discriminator that both versions write. */
    static DialectException bothKnowKind(String what, QualifiedName owner, Identifier kind) {
        return new DialectException(
                "GW3177",
                "The running version cannot be spared while %s: both versions write %s.%s, so that at a new row nothing tells which of the two has written it, and whether that one makes the rows of the subclasses' tables itself. Nothing was executed. Either let a release before have JOINED tables without the column (take @DiscriminatorColumn away there, or set hibernate.discriminator.ignore_explicit_for_joined=true), or %s."
                        .formatted(what, owner, kind, AT_ONCE));
    }

    /** Two definitions of one column. */
    static DialectException twoDefinitions(QualifiedName table, Identifier column, String what, String why) {
        return new DialectException(
                "GW3150",
                "The running version cannot be spared while %1$s: %2$s. Nothing was executed. Either let the attribute have a column of another name, which both versions keep in step with the old one, @Column(name = \"%3$s_new\") @Backfill(value = \"<SQL over %3$s>\", reverse = \"<SQL over %3$s_new>\", reverseColumn = \"%3$s\"), make the migration of %4$s anew from that, or %5$s."
                        .formatted(what, why, column.text(), table, AT_ONCE));
    }

    /** Rows in which the two sides say different things. */
    public static String apart(String subject) {
        return """
                GW3152: %s are kept in step, and in the rows listed here they say different things, so nothing tells which \
                of them is right. Nothing was contracted. Set one of the two in these rows to what is right: the other \
                follows. If rows go apart again, look for a trigger that writes one of the two.""".formatted(subject);
    }

    /**
     * Rows from which new values do not follow.
     *
     * @param done what has not been done yet
     */
    static String cannotBeComputed(QualifiedName table, List<Side> sides, String done) {
        return "GW3163: In the rows of %s listed here %s cannot be computed. Nothing was %s. Correct these rows, or the SQL in the migration (and seal it by godwit:accept -Dgodwit.edited=<version>), and run again."
                .formatted(table, computed(sides), done);
    }

    /** SQL that no row is needed to refuse. */
    static String invalidValue(QualifiedName table, List<Side> sides) {
        return "GW3164: In table %s %s cannot be computed by the SQL that the migration says. Nothing was executed. Correct it in the migration (and seal it by godwit:accept -Dgodwit.edited=<version>). The database says:"
                .formatted(table, computed(sides));
    }

    private static String computed(List<Side> sides) {
        return sides.stream()
                .map(side -> "%s as %s".formatted(side.column().name(), side.value()))
                .collect(Collectors.joining(", "));
    }

    /** Triggers that somebody else has put on the table and that name the column. */
    public static String triggersName(String column) {
        return """
                GW3153: The triggers listed here name %s, and would know nothing of its new name. Nothing was executed. \
                Drop them by schema.sql("drop trigger …") and make them anew in the migration, or, where they stand \
                outside Godwit, drop them until the migration has contracted.""".formatted(column);
    }

    /** Values that another table gets. */
    public static DialectException movesTo(Ref from, String to) {
        return new DialectException(
                "GW3172",
                "%s goes, and %s gets its values: while two versions run, one writes them in one table and the other in another, and nothing says which rows are to be kept in step. Nothing was executed. Either say so by schema.moveValues(…) in up() and in down(), or %s, or make it three releases: first add what is new, with an application that writes both and reads the old; then fill once more what was written meanwhile, with one that writes both and reads the new; then drop %s, with one that knows the new alone."
                        .formatted(from, to, AT_ONCE, from));
    }

    /** Values of rows of which several belong to one row of the other table. */
    public static DialectException movesBetweenMany(MoveValues change, QualifiedName table, List<Identifier> join) {
        return new DialectException(
                "GW3172",
                "The values of %s move to %s and go there, and no primary or unique key of %s consists of %s, so that several rows may belong to one: while two versions run, nothing tells which of them is to follow. Nothing was executed. Either add the key in a migration before, if the rows fulfil it, or %s, or make it three releases: first add what is new, with an application that writes both and reads the old; then fill once more what was written meanwhile, with one that writes both and reads the new; then drop what is old, with one that knows the new alone."
                        .formatted(change.from(), change.to(), table, join, AT_ONCE));
    }

    /** A value that becomes a collection, whose elements nothing makes. */
    static DialectException needsRows(MoveValues change) {
        return cannot(
                "values of %s become several of %s".formatted(change.from(), change.to()),
                "nothing makes their rows; say .newRows() in schema.moveValues(\"%s\", \"%s\", …) of up()"
                        .formatted(change.from(), change.to()));
    }

    /** Values that SQL or code copies, and that go. */
    public static DialectException copiedBy(Ref from, String reader) {
        return new DialectException(
                "GW3173",
                "%s goes, and %s of the same migration reads it: what the running version writes there afterwards would go with it, and nothing would have copied it. Nothing was executed. Either %s, or make it three releases: first what copies, with an application that writes both and reads the old; then what copies once more what was written meanwhile, with one that writes both and reads the new; then drop %s, with one that knows the new alone. SQL that does not read it can say so: schema.sql(…).reads(…).writes(…)."
                        .formatted(from, reader, AT_ONCE, from));
    }

    /** A name that the running version still uses for something else. */
    public static DialectException nameTaken(QualifiedName name) {
        return cannot(
                "the name %s is given to something else".formatted(name),
                "until the migration has contracted it means what the running version knows by it");
    }

    /** A name by which triggers know what they keep in step. */
    static DialectException renamedAfterMove(String what, String to, MoveValues move) {
        return new DialectException(
                "GW3150",
                "The running version cannot be spared while %1$s becomes %2$s: values of %3$s move to %4$s before it, and what keeps the two in step until contract knows it by its former name. Nothing was executed. Either say in the migration that it is renamed before schema.moveValues(\"%3$s\", \"%4$s\", …), which then names it %2$s, or rename it in another migration, or %5$s."
                        .formatted(what, to, move.from(), move.to(), AT_ONCE));
    }

    /** Keys that are to be made in another way. */
    public static DialectException keysFromElsewhere(AlterColumn change) {
        String column = change.table() + "." + change.to().name();
        String clash = change.from().identity()
                ? "the database and a sequence would both make keys of %s, and give the same ones".formatted(column)
                : "the running version states keys of %s that the database would give again".formatted(column);
        return new DialectException(
                "GW3174",
                "How keys of %s are made changes, and while two versions run %s. Nothing was executed. Either %s, or keep the way they are made: %s."
                        .formatted(
                                column,
                                clash,
                                AT_ONCE,
                                change.from().identity()
                                        ? "@GeneratedValue(strategy = GenerationType.IDENTITY)"
                                        : "@GeneratedValue(strategy = GenerationType.SEQUENCE) with the @SequenceGenerator(sequenceName = …) of the running version"));
    }

    /** A key that the database is to make, on a server that needs a copy of the table for that. */
    public static DialectException keysByCopy(AlterColumn change) {
        return keysStay(
                change,
                "the database is to make the keys of %s, and MySQL makes a column auto_increment by a copy of the table alone, for which everybody waits who writes it",
                "SEQUENCE) with the @SequenceGenerator(sequenceName = …) of the running version");
    }

    /**
     * A key that the database is to make no more, on a server that needs a copy of the table for that.
     *
     * @param by the foreign key that refers to it
     * @param of the table that has it
     */
    public static DialectException keysReferredTo(AlterColumn change, Identifier by, QualifiedName of) {
        return keysStay(
                change,
                "the database is to make the keys of %%s no more, and MySQL takes auto_increment away by a copy of the table alone, for which foreign key %s of %s, which refers to them, would have to be away meanwhile"
                        .formatted(by, of),
                "IDENTITY)");
    }

    private static DialectException keysStay(AlterColumn change, String why, String strategy) {
        return new DialectException(
                "GW3174",
                "The running version cannot be spared: %s. Nothing was executed. Either %s, or keep the way they are made: @GeneratedValue(strategy = GenerationType.%s."
                        .formatted(
                                why.formatted(change.table() + "." + change.to().name()), AT_ONCE, strategy));
    }

    /**
     * Keys that do not last for two versions.
     *
     * @param wanted how many have to be left
     */
    public static String tooFewKeys(AlterColumn change, long wanted) {
        return """
                GW3180: The type of %1$s.%2$s has less than %3$d keys left, and while two versions run, each of them makes keys from a \
                range of its own. Nothing was executed. Either give the key a wider type in a migration before, or %4$s.""".formatted(change.table(), change.to().name(), wanted, AT_ONCE);
    }

    /** A type under a view. */
    public static DialectException renamedWithType(AlterColumn change) {
        return cannot(
                "a table becomes %s and the type of its column %s changes"
                        .formatted(change.table(), change.to().name()),
                "the old name is a view meanwhile, which holds the column to its type");
    }

    /** Rights on rows that a view would go past. */
    public static String hasPolicies(QualifiedName table, String database) {
        return """
                GW3171: Table %s has row security, and a view on %s would read and write it with the rights of its owner. \
                Nothing was executed. Either %s, or rename the table when the server is PostgreSQL 15 or later.""".formatted(table, database, AT_ONCE);
    }

    /** Something on a column that would stay with it when another one takes its place. */
    public static String othersStand(QualifiedName table, Identifier column) {
        return """
                GW3195: Column %1$s.%2$s gets another type, for which another column takes its place, and what is listed here \
                stands on it and would not come along. Nothing was executed. Either drop it before and make it anew after \
                the migration has contracted, or %3$s.""".formatted(table, column, AT_ONCE);
    }

    /** Values that are too large to go back to the type from before; the values follow. */
    public static String misfits(QualifiedName table, Identifier column, String type) {
        return """
                GW3196: Values of %s.%s do not fit into %s, so that this cannot be taken back; change them, then try again. \
                Among them: """.formatted(table, column, type);
    }

    /**
     * A privilege that triggers need.
     *
     * @param subject what they see to, for people
     */
    public static String mayNotCreateTriggers(String subject, String missing) {
        return """
                GW3156: %s has to be seen to by triggers while two versions run, and this user may not create them: %s. Nothing was \
                executed. Have it granted, or %s.""".formatted(subject, missing, AT_ONCE);
    }

    /** Something that the new version needs and that can be there only when an earlier change is finished. */
    public static DialectException needsContract(String what) {
        return new DialectException(
                "GW3151",
                "The migration is to %s, and builds there on an earlier change of it that is finished only when the running version is gone, while the new version needs this before. Nothing was executed. Put the two into two migrations, or %s."
                        .formatted(what, AT_ONCE));
    }

    /** A new column that the running version would have to state. */
    public static DialectException noValueForOldVersion(QualifiedName table, Identifier column) {
        return new DialectException(
                "GW3157",
                "Column %s.%s is to be added as NOT NULL, and the running version, which does not know it, could add no row any more. Nothing was executed. Give it a default, or a value for the rows that are there and those that come meanwhile (@Backfill on the attribute, or a third argument of addColumn in the migration; on the way back, in its down()), or %s."
                        .formatted(table, column, AT_ONCE));
    }

    /** A change for which something has to be said in the way forth. */
    public static DialectException needsValue(String what, String line) {
        return new DialectException(
                "GW3158",
                "%s: while two versions run, values go both ways, and nothing says how a new value comes from an old one (Java code cannot run in the database). Nothing was executed. Say so in the migration's up(): %s (and seal it by godwit:accept -Dgodwit.edited=<version>), or %s."
                        .formatted(what, line, AT_ONCE));
    }

    /** A change for which something has to be said in the way back. */
    public static DialectException needsWayBack(String what, List<String> lines) {
        return new DialectException(
                "GW3155",
                "%s: while two versions run, values go both ways, and nothing says how an old value comes from a new one. Nothing was executed. Say so in the migration's down(): %s (and seal it by godwit:accept -Dgodwit.edited=<version>), or %s."
                        .formatted(what, String.join(" ", lines), AT_ONCE));
    }

    /** Java code that does more than compute one side of a row from the other. */
    static DialectException codeDoesMore(String what, String more) {
        return new DialectException(
                "GW3175",
                "%s by Java code, and %s: while two versions run, the code is run again for each row that one of them has written, and may do no more than compute the columns of one side. Nothing was executed. Either let it do just that, in one transformation for each direction, and the rest in another migration, or %s."
                        .formatted(what, more, AT_ONCE));
    }

    /** Rows for which Java code throws. */
    static String codeThrows(QualifiedName table, List<Identifier> columns) {
        return "GW3176: For the rows of %s listed here the Java code that computes %s throws. Nothing was executed. Correct these rows, or the code in the migration (and raise its revision, and seal it by godwit:accept -Dgodwit.edited=<version>), and run again."
                .formatted(table, columns);
    }

    /** Rows of which the new side does not follow yet. */
    static String lagging(String subject) {
        return """
                GW3148: %s are kept in step by Java code, and for the rows listed here it has not run yet since they were last \
                written, so what the old version wrote there would be lost. Nothing was contracted. Run godwit:migrate again; \
                if rows are written all the time, the old version is not gone yet.""".formatted(subject);
    }
}
