package dev.godwit.engine.script;

import dev.godwit.dialect.Dialect;
import dev.godwit.plan.Work;
import dev.godwit.plan.Work.NamedByDatabase;
import java.util.Optional;

/**
 * A statement of a script.
 *
 * @param sql with {@link NamedByDatabase#NAME} where the quoted name belongs, or {@link NamedByDatabase#NUMBER}, when there is a
 *     lookup
 * @param lookup a query that gives the name of a constraint that the database has made up
 */
record ScriptStatement(String sql, Optional<String> lookup) {

    /** The work as a statement; empty for what only Java can do. */
    static Optional<ScriptStatement> of(Work work, Dialect dialect) {
        return work.accept(new Writer(dialect));
    }

    private record Writer(Dialect dialect) implements Work.Visitor<Optional<ScriptStatement>> {

        @Override
        public Optional<ScriptStatement> sql(Work.Sql work) {
            return Optional.of(new ScriptStatement(work.sql(), Optional.empty()));
        }

        @Override
        public Optional<ScriptStatement> namedByDatabase(NamedByDatabase work) {
            String lookup = work.lookup();
            for (String parameter : work.parameters()) {
                int mark = lookup.indexOf('?');
                lookup = lookup.substring(0, mark) + dialect.literal(parameter) + lookup.substring(mark + 1);
            }
            return Optional.of(new ScriptStatement(work.template(), Optional.of(lookup)));
        }

        /** All rows in one statement: how many there are, only the database knows. */
        @Override
        public Optional<ScriptStatement> fill(Work.Fill work) {
            return Optional.of(new ScriptStatement(work.sql(work.condition()), Optional.empty()));
        }

        @Override
        public Optional<ScriptStatement> rows(Work.Rows work) {
            return Optional.empty();
        }

        /** What follows when the condition does not hold, no statement says. */
        @Override
        public Optional<ScriptStatement> verify(Work.Verify work) {
            return Optional.empty();
        }

        @Override
        public Optional<ScriptStatement> copyRows(Work.CopyRows work) {
            return Optional.empty();
        }
    }
}
