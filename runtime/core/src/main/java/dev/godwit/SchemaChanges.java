package dev.godwit;

import java.util.function.Consumer;

/**
 * Records the changes of a migration. Names between backticks are taken to the letter, others fold as the database
 * folds them; a schema stands in front of a dot.
 */
public interface SchemaChanges {

    /** The changes of one table that exists. */
    TableChanges table(String name);

    void createTable(String name, Consumer<NewTable> definition);

    void dropTable(String name);

    /**
     * The same changes, except that the rows of what is dropped through them, and the values that they replace, are not
     * kept for the way back: {@code schema.dropForGood().table("users").dropColumn("ssn")}. For what must not stay
     * anywhere.
     */
    SchemaChanges dropForGood();

    /** Renames a table; foreign keys to it follow. */
    void renameTable(String from, String to);

    void createSequence(String name, SequenceSpec definition);

    void dropSequence(String name);

    /** Renames a sequence; it goes on where it was. */
    void renameSequence(String from, String to);

    /** Changes a sequence's definition, stated before and after; it goes on where it was. */
    void alterSequence(String name, SequenceSpec from, SequenceSpec to);

    void createStruct(String name, Consumer<NewStruct> definition);

    /** Drops a structured type, stated in full so that the way back is known. */
    void dropStruct(String name, Consumer<NewStruct> definition);

    /** Changes rows that belong to the schema, such as countries or roles; a row that a database has otherwise is not touched. */
    void rows(String table, Consumer<DeclaredRows> rows);

    /**
     * Moves values from one table to another, batch by batch:
     * {@code schema.moveValues("people", "details", v -> v.join("id", "person_id").column("bio"))}. Rows that are there get
     * them, and where there is none, one is made if {@link MovedValues#newRows} says so. NULL is a value that moves like
     * any other. Where several rows of {@code from} belong to one row of {@code to}, that one gets of each column the
     * least of their values, NULL left aside. What is to become of the columns that have been read, such as a
     * {@code dropColumn}, is said behind it.
     */
    void moveValues(String from, String to, Consumer<MovedValues> move);

    /** Runs SQL as it stands, on every database unless {@link SqlStep#on} says otherwise. */
    SqlStep sql(String... statements);

    /**
     * Copies the rows of tables that have a primary key, before what follows. When a {@link #verify} fails, they are put
     * back.
     */
    void backup(String... tables);

    /**
     * A condition that must hold here; otherwise the migration is undone.
     *
     * @param what the condition, in words: {@code "every user has a city"}
     * @param query gives 0 when it holds: {@code "select count(*) from users where city is null"}
     */
    void verify(String what, String query);

    /**
     * A table that was backed up must have as many rows as it had, each with the same values in some columns; otherwise
     * the migration is undone.
     */
    void verifyUnchanged(String table, String... columns);

    /**
     * Says, in {@link Migration#down}, that there is no way back: a rollback refuses this migration before it executes
     * anything. What else {@code down} says is not held against {@code up} then.
     *
     * @param why for whoever asks for it: {@code "the spelling that users had typed is not kept"}
     */
    void noWayBack(String why);

    /**
     * Computes columns of a table's rows from others by Java code.
     *
     * @param key the columns that tell the rows apart, at least one
     */
    Transformation transform(String table, String... key);

    /** Works on a table's rows by Java code, by the columns of the table's handle. */
    <T extends TableHandle<T>> RowTransformation<T> transform(T table);
}
