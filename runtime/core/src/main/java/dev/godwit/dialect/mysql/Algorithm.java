package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.QualifiedName;

/** How {@code alter table} is to be done. The server refuses what it cannot do that way. */
public enum Algorithm {
    /** In the table's definition alone; rows are not touched and users do not wait. */
    INSTANT(", algorithm=instant"),
    /** Beside the users of the table, who go on reading and writing. */
    INPLACE(", algorithm=inplace, lock=none"),
    /** By a copy of the table that its users do not wait for, which not every server can make. */
    ONLINE_COPY(", algorithm=copy, lock=none"),
    /** By a copy of the table; writers wait, readers do not. */
    COPY(", algorithm=copy, lock=shared");

    private final String clause;

    Algorithm(String clause) {
        this.clause = clause;
    }

    /** The end of the statement; empty for a table that the migration itself made. */
    public String of(Site site, QualifiedName table) {
        return site.progress().isNew(table) ? "" : clause;
    }

    /** What it costs the users of the table. */
    public Cost cost(QualifiedName table) {
        return switch (this) {
            case INSTANT -> Cost.brief(table + ", brief");
            case INPLACE -> Cost.online("none, while " + table + " is worked on beside its users");
            case ONLINE_COPY -> Cost.online("none, while %s is copied beside its users".formatted(table));
            case COPY -> Cost.copies(table, "writes to " + table + " wait while it is copied");
        };
    }
}
