package dev.godwit;

import dev.godwit.change.DatabaseKind;
import java.util.function.Consumer;

/** What raw SQL declares about itself, since nothing can be read out of its text. */
public interface SqlStep {

    /** Limits the statements to these databases. */
    SqlStep on(DatabaseKind first, DatabaseKind... more);

    /** Declares what the SQL changes in the schema. */
    SqlStep effect(Consumer<SchemaChanges> changes);

    /** Declares that the SQL changes rows only. */
    SqlStep noSchemaEffect();

    /** Declares that the statements may run again after an interrupted run. */
    SqlStep idempotent();

    /** Gives a query whose first column is true once the statements have taken effect. */
    SqlStep doneWhen(String query);

    /** Declares what is read: {@code table} or {@code table.column}. */
    SqlStep reads(String... places);

    /** Declares what is written: {@code table} or {@code table.column}. */
    SqlStep writes(String... places);
}
