package dev.godwit.dialect;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/** What dialects refuse and what their guards tell: every message of this package and those below it. */
public final class Refusals {

    private Refusals() {}

    /** A name that the database would refuse or cut. */
    public static DialectException nameTooLong(Identifier name, int maxLength, String unit) {
        return new DialectException(
                "GW3101",
                "The name %s is longer than the %d %s that the database allows. Give the element a shorter name in the mapping, such as @Table(name = …), @Column(name = …) or @ForeignKey(name = …)."
                        .formatted(name, maxLength, unit));
    }

    /** A type that the database has not got. */
    public static DialectException noSuchType(String database, String type) {
        return new DialectException(
                "GW3102",
                "%s has no %s. Map the attribute to a type that it has, such as JSON by @JdbcTypeCode(SqlTypes.JSON), or state one by @Column(columnDefinition = …)."
                        .formatted(database, type));
    }

    /** Something that the database cannot do at all. */
    public static DialectException unsupported(String database, String what, String wayOut) {
        return new DialectException("GW3103", "%s cannot %s. %s".formatted(database, what, wayOut));
    }

    /** A new column without a value for the rows that are there. */
    public static String noValueForExistingRows(QualifiedName table, Identifier column) {
        return """
                GW3104: Column %1$s.%2$s is to be added as NOT NULL, without a default and without a value for existing \
                rows, and the table has rows. Nothing was executed. Either give it a default (@ColumnDefault on the \
                attribute), or a value for the rows that are there (@Backfill on the attribute, or a third argument of \
                addColumn in the migration), or make it nullable first and NOT NULL in a later migration, or fill the \
                table by hand.""".formatted(table, column);
    }

    /** Rows without a value in a column that becomes NOT NULL. */
    public static String nullsInTheWay(QualifiedName table, Identifier column) {
        return """
                GW3105: Column %1$s.%2$s is to become NOT NULL and the rows listed here have no value in it. Nothing was \
                executed. Give those rows a value first, such as by schema.sql("update %1$s set %2$s = … where %2$s is \
                null") before the change in the same migration, or leave the column nullable.""".formatted(table, column);
    }

    /** Values that are longer than the column will be. */
    public static String valuesTooLong(QualifiedName table, Identifier column, long length) {
        return """
                GW3106: Column %1$s.%2$s is to be shortened to %3$d and the rows listed here have longer values. Nothing was executed. \
                Shorten the values first, or state how in the migration: alterColumn takes an expression that computes \
                the new value as its last argument.""".formatted(table, column, length);
    }

    /** Numbers that are larger than the column will take. */
    public static String valuesTooLarge(QualifiedName table, Identifier column, String type) {
        return """
                GW3118: Column %1$s.%2$s is to become %3$s, and the numbers in the rows listed here are too large for \
                that. Nothing was executed. Change these rows first, or state how in the migration: alterColumn takes an \
                expression that computes the new value as its last argument.""".formatted(table, column, type);
    }

    /** Values that an enum has no more. */
    public static String valuesGone(QualifiedName table, Identifier column) {
        return """
                GW3197: Values of the enum in %1$s.%2$s go, and the rows listed here have them. Nothing was executed. Change \
                these rows first, such as by schema.sql("update %1$s set %2$s = … where …") before the change in the same \
                migration, or state how in the migration: alterColumn takes an expression that computes the new value as \
                its last argument.""".formatted(table, column);
    }

    /** Rows that came while a column was away that must have a value. */
    public static String noValueForNewRows(QualifiedName table, Identifier column) {
        return """
                GW3107: Column %1$s.%2$s comes back with its values, is NOT NULL and has no default, and the rows listed \
                here came while it was away: nothing says which value they get. Nothing was executed. State one as the \
                third argument of addColumn where the migration brings the column back (and seal it by godwit:accept \
                -Dgodwit.edited=<version>), or make the column nullable there, or delete these rows.""".formatted(table, column);
    }

    /** Rows that have the same values where a unique key comes back. */
    public static String duplicates(QualifiedName table, List<Identifier> columns) {
        return """
                GW3112: Table %s gets a unique key on %s back, and since it went there are rows with the same values: the \
                values listed here, with the number of rows. Nothing was executed. Change or delete the rows that are too \
                many, or take the key out of the migration's way back.""".formatted(table, columns);
    }

    /** Rows that refer to rows which are gone. */
    public static String parentsGone(QualifiedName table, Identifier key, QualifiedName parent) {
        return """
                GW3113: Table %1$s gets foreign key %2$s to %3$s back, and the rows of %1$s that are listed here refer to \
                rows of %3$s that are gone. Nothing was executed. Bring the rows of %3$s back or delete these, or, on \
                PostgreSQL, say -Dgodwit.unvalidated=true: then the key holds for new rows, and these stay as they \
                are.""".formatted(table, key, parent);
    }

    /** Rows that do not fulfil a check that comes back. */
    public static String checkFails(QualifiedName table, String expression) {
        return """
                GW3114: Table %s gets the check (%s) back, and the rows listed here do not fulfil it. Nothing was \
                executed. Correct or delete these rows, or, on PostgreSQL, say -Dgodwit.unvalidated=true: then the check \
                holds for new rows, and these stay as they are.""".formatted(table, expression);
    }

    /** Views that read what is to be retired. */
    public static String viewsRead(String what) {
        return """
                GW3115: %s is to be retired, and the views listed here read it: they would go on reading what is kept. \
                Nothing was executed. Drop them or make them anew by schema.sql("drop view …") or schema.sql("create or \
                replace view …") before the drop in the migration.""".formatted(what);
    }

    /** Rows that belong to the schema and are not what was declared. */
    public static String rowsDiffer(QualifiedName table) {
        return """
                GW3240: The migration changes rows of %s that belong to the schema, and the rows listed here, by their \
                keys, are neither as it expects them nor as it would leave them: somebody has changed, deleted or inserted \
                them in this database. Nothing was executed. Look at them, and either bring them back to what was declared, \
                or declare what they are now (in META-INF/godwit/data) and accept that first.""".formatted(table);
    }

    /** Rows whose values would be gone. */
    public static String movesNowhere(QualifiedName from, Identifier column, QualifiedName to) {
        return """
                GW3119: The values of %1$s.%2$s move to %3$s, the column goes, and for the rows listed here there is no row \
                of %3$s that could have them: their values would be gone. Nothing was executed. Have such rows made by \
                .newRows() in schema.moveValues(…), or insert them before it by schema.sql(…) (and seal the migration by \
                godwit:accept -Dgodwit.edited=<version>), or empty the column in these rows if their values may go.""".formatted(from, column, to);
    }

    /** Rows that have no value for a column that needs one. */
    public static String movesNull(QualifiedName from, Identifier column, QualifiedName to, Identifier target) {
        return """
                GW3126: The values of %1$s.%2$s move to %3$s.%4$s, which is NOT NULL, and the rows listed here have none. \
                Nothing was executed. Give those rows a value first, such as by schema.table("%1$s").backfill("%2$s", …) \
                before schema.moveValues(…) in the migration, or make %4$s nullable.""".formatted(from, column, to, target);
    }

    /** Rows to which no value moves, in a column that wants one. */
    public static String nothingMoves(QualifiedName from, QualifiedName to, Identifier column) {
        return """
                GW3128: Column %1$s.%2$s gets its values from %3$s and is to be NOT NULL, and for the rows listed here there \
                is none in %3$s. Nothing was executed. Say in the migration what they get, by \
                schema.table("%1$s").backfill("%2$s", …) behind schema.moveValues(…) (and seal it by godwit:accept \
                -Dgodwit.edited=<version>), or leave the column nullable there, or delete these rows.""".formatted(to, column, from);
    }

    /** Rows of a kind that would be forgotten. */
    public static String unknownKinds(QualifiedName table, Identifier column) {
        return """
                GW3137: Rows of %1$s move to other tables by what %1$s.%2$s says of them, the column goes, and the rows listed \
                here hold a value that neither a .newRows("%2$s", …) of the migration nor the way back names, so that it \
                would be forgotten of what kind they are. Nothing was executed. Name the value where it belongs (and seal \
                the migration by godwit:accept -Dgodwit.edited=<version>), or correct or delete these rows.""".formatted(table, column);
    }

    /** Rows that are of no kind. */
    public static String withoutKind(QualifiedName table, Identifier column) {
        return """
                GW3138: Rows of %1$s are given %1$s.%2$s by the table that they have a row in, the column is to be NOT NULL, and \
                the rows listed here have a row in none. Nothing was executed. Delete these rows, give them the row that \
                is missing, or say in the migration what they are, by schema.table("%1$s").backfill("%2$s", …) behind the \
                last schema.moveValues(…) (and seal it by godwit:accept -Dgodwit.edited=<version>).""".formatted(table, column);
    }

    /** Rows that nothing gives all they need. */
    public static DialectException cannotMakeRows(QualifiedName from, QualifiedName to, Identifier column) {
        return new DialectException(
                "GW3127",
                "Rows of %2$s are to be made for values of %1$s, and column %2$s.%3$s, which is NOT NULL and has no default, gets none. Nothing was executed. Add %3$s to the join or to the columns of schema.moveValues(…), give it a default, or insert these rows by schema.sql(…)."
                        .formatted(from, to, column));
    }

    /** A table without what tells its rows apart. */
    public static DialectException cannotBackUp(QualifiedName table) {
        return new DialectException(
                "GW3109",
                "Table %s cannot be backed up by the migration: it has no primary key, by which its rows could be put back. Nothing was executed. Give it one in an earlier migration, or take it out of schema.backup(…)."
                        .formatted(table));
    }

    /** A column that cannot be kept. */
    public static DialectException cannotRetire(QualifiedName table, Identifier column, String why) {
        return new DialectException(
                "GW3108",
                "Column %s.%s cannot be retired, which would keep its values for a rollback: %s. Nothing was executed. Copy what you need of it by schema.sql(…), and drop it by schema.dropForGood().table(\"%s\").dropColumn(\"%s\") in the migration."
                        .formatted(table, column, why, table, column));
    }

    /** A column whose old values cannot be kept. */
    public static DialectException cannotKeepValues(QualifiedName table, Identifier column) {
        return new DialectException(
                "GW3116",
                "The change of %1$s.%2$s replaces values that would be kept for a rollback, by the primary key of their rows, and %1$s has none. Nothing was executed. Give it one in an earlier migration, or say schema.dropForGood().table(\"%1$s\") … in this one, or run it with -Dgodwit.retain=none: then a rollback cannot bring these values back."
                        .formatted(table, column));
    }

    /** A column whose values one migration replaces again and again. */
    public static DialectException replacedTwice(QualifiedName table, Identifier column) {
        return new DialectException(
                "GW3117",
                "The migration replaces the values of %1$s.%2$s twice, and keeps them once only. Nothing was executed. Make two migrations of it, or say schema.dropForGood() … at the second change: then a rollback brings the values back that the column has before it."
                        .formatted(table, column));
    }

    /** A product that Godwit does not know. */
    static DialectException unknownProduct(String product) {
        return new DialectException(
                "GW3110",
                "The database is %s, for which Godwit has no dialect. It has them for PostgreSQL, MariaDB, MySQL and H2."
                        .formatted(product));
    }

    /** A version that is older than those that are tested. */
    static DialectException tooOld(String product, String version, String oldest) {
        return new DialectException(
                "GW3111",
                "The database is %s %s; Godwit supports %s from %s on. Upgrade the server."
                        .formatted(product, version, product, oldest));
    }
}
