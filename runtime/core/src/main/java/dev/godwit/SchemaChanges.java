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
     * The same changes, except that the rows of what is dropped through them are not kept for the way back:
     * {@code schema.dropForGood().table("users").dropColumn("ssn")}. For what must not stay anywhere.
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

    /** Runs SQL as it stands, on every database unless {@link SqlStep#on} says otherwise. */
    SqlStep sql(String... statements);

    /**
     * Computes columns of a table's rows from others by Java code.
     *
     * @param key the columns that tell the rows apart, at least one
     */
    Transformation transform(String table, String... key);
}
