package dev.godwit;

/**
 * One step in the history of a schema.
 *
 * <p>Both methods are recorded before anything is run: they are called with a recorder that has no connection, and must
 * record the same whenever they are called. An implementation has a public constructor without parameters and a
 * {@link MigrationInfo}.
 */
public interface Migration {

    /** Records what this migration changes. */
    void up(SchemaChanges schema);

    /** Records what leads back to the schema before {@link #up}. */
    void down(SchemaChanges schema);
}
