package dev.godwit.engine.store;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.Optional;

/**
 * The names of Godwit's own tables, quoted.
 *
 * @param history one row per migration that is applied
 * @param journal one row per executed group of steps
 * @param run one row that says which run may work
 * @param pause a row for each reason why work on rows has to wait
 * @param retained one row per table or column that was dropped and is kept
 * @param qualified whether the names say which schema they mean
 */
public record Names(String history, String journal, String run, String pause, String retained, boolean qualified) {

    static final String HISTORY = "godwit_history";
    static final String JOURNAL = "godwit_journal";
    static final String RUN = "godwit_run";
    static final String PAUSE = "godwit_pause";
    static final String RETAINED = "godwit_retained";

    /** The tables in a schema, named as the database's catalog has it; empty: unqualified. */
    public static Names in(Optional<String> schema, Dialect dialect) {
        Optional<Identifier> qualifier = schema.map(name -> new Identifier(name, true));
        return new Names(
                dialect.quote(name(qualifier, dialect, HISTORY)),
                dialect.quote(name(qualifier, dialect, JOURNAL)),
                dialect.quote(name(qualifier, dialect, RUN)),
                dialect.quote(name(qualifier, dialect, PAUSE)),
                dialect.quote(name(qualifier, dialect, RETAINED)),
                schema.isPresent());
    }

    private static QualifiedName name(Optional<Identifier> qualifier, Dialect dialect, String table) {
        Identifier name = new Identifier(table, false);
        return switch (dialect.kind()) {
            case POSTGRESQL, H2 -> new QualifiedName(Optional.empty(), qualifier, name);
            case MARIADB, MYSQL -> new QualifiedName(qualifier, Optional.empty(), name);
        };
    }
}
