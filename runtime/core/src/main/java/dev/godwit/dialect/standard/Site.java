package dev.godwit.dialect.standard;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;

/**
 * What everything that makes steps works with.
 *
 * @param progress how far the migration has come
 */
public record Site(Dialect dialect, Definitions definitions, Catalog catalog, StepWriter writer, Progress progress) {

    /** {@code alter table} with its table. */
    public String alter(QualifiedName table) {
        return "alter table " + dialect.quote(table) + " ";
    }

    public String quote(Identifier name) {
        return dialect.quote(name);
    }

    public String quote(QualifiedName name) {
        return dialect.quote(name);
    }

    /** The cost of touching a table: none when the migration itself made it. */
    public Cost cost(QualifiedName table, Cost inUse) {
        return progress.isNew(table) ? Cost.NONE : inUse;
    }
}
