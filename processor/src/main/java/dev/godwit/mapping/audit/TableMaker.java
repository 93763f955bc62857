package dev.godwit.mapping.audit;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.Optional;

/** What adding tables to a model needs of its binding. */
public interface TableMaker {

    /** The table of this logical name, made where there is none yet. */
    BoundTable table(Optional<String> catalog, Optional<String> schema, String name, Optional<BoundTable> included);

    /** The physical name of a column of this logical name. */
    Identifier column(String name);

    /** The physical name of a sequence of this logical name. */
    Identifier sequence(String name);

    /** The name that Hibernate makes for a unique key of a table over these columns. */
    Identifier uniqueKey(BoundTable table, List<BoundColumn> columns);

    /** Adds a sequence that starts with 1. */
    void add(Identifier sequence, long increment, Origin origin);
}
