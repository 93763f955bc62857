package dev.godwit.referee.boot;

import dev.godwit.schema.Schema;

/** Asks Hibernate for the schema that it would create. */
public interface SchemaBoot {

    /**
     * The schema that Hibernate's schema creation would write: every type in the words of the requested database, every
     * check spelled out.
     *
     * @throws RuntimeException Hibernate's own, when it refuses the model
     */
    Schema schema(BootRequest request);
}
