package dev.godwit.engine.store;

import dev.godwit.dialect.Dialect;
import dev.godwit.schema.Identifier;

/**
 * The names of Godwit's own tables, as SQL writes them: what stands behind the schema is no reserved word anywhere.
 *
 * @param history one row per migration that is applied
 * @param journal one row per executed group of steps
 * @param run one row that says which run may work
 * @param pause a row for each reason why work on rows has to wait
 * @param retained one row per table or column that was dropped and is kept
 * @param repeatable one row per repeatable that was run
 * @param qualified whether the names say which schema they mean
 */
public record Names(
        String history,
        String journal,
        String run,
        String pause,
        String retained,
        String repeatable,
        boolean qualified) {

    static final String HISTORY = "godwit_history";
    static final String JOURNAL = "godwit_journal";
    static final String RUN = "godwit_run";
    static final String PAUSE = "godwit_pause";
    static final String RETAINED = "godwit_retained";
    static final String REPEATABLE = "godwit_repeatable";

    /** The tables wherever the connection says, without a word about the schema. */
    public static Names unqualified() {
        return in("", false);
    }

    /** The tables in a schema (on MariaDB and MySQL: a database), named as the database's catalog has it. */
    public static Names in(String schema, Dialect dialect) {
        return in(dialect.quote(new Identifier(schema, true)) + ".", true);
    }

    private static Names in(String prefix, boolean qualified) {
        return new Names(
                prefix + HISTORY,
                prefix + JOURNAL,
                prefix + RUN,
                prefix + PAUSE,
                prefix + RETAINED,
                prefix + REPEATABLE,
                qualified);
    }
}
