package dev.godwit.change;

import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs SQL as it stands.
 *
 * @param statements in their order
 * @param effect what the SQL changes in the schema; empty: not declared, so that nothing can be proved about it
 * @param resume how a run that was interrupted inside goes on
 * @param touched what it reads and writes beyond its effect; empty: not declared */
public record RunSql(
        List<Statement> statements, Optional<List<Change>> effect, Resume resume, Optional<Footprint> touched)
        implements Change {

    /**
     * One statement.
     *
     * @param databases the databases that it is meant for; empty: all
     */
    public record Statement(Set<DatabaseKind> databases, String sql) {
        public Statement {
            databases = Set.copyOf(databases);
        }

        public boolean isFor(DatabaseKind database) {
            return databases.isEmpty() || databases.contains(database);
        }
    }

    /**
     * How a rerun finds out what an interrupted run has done, where DDL commits by itself.
     *
     * @param idempotent whether the statements may simply run again
     * @param doneWhen a query whose first column is true once the statements have taken effect
     */
    public record Resume(boolean idempotent, Optional<String> doneWhen) {
        public static final Resume UNDECLARED = new Resume(false, Optional.empty());
    }

    public RunSql {
        statements = List.copyOf(statements);
        effect = effect.map(List::copyOf);
    }

    @Override
    public Schema apply(Schema before) {
        Schema after = before;
        for (Change change : effect.orElse(List.of())) {
            after = change.apply(after);
        }
        return after;
    }

    /** The inverse of the declared effect: how rows are brought back is not known. */
    @Override
    public List<Change> inverse(Schema before) {
        List<Change> undo = new ArrayList<>();
        Schema current = before;
        for (Change change : effect.orElse(List.of())) {
            undo.addAll(0, change.inverse(current));
            current = change.apply(current);
        }
        return List.copyOf(undo);
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public Footprint footprint() {
        if (effect.isEmpty() || touched.isEmpty() && effect.get().isEmpty()) {
            return Footprint.EVERYTHING;
        }
        return effect.get().stream()
                .map(Change::footprint)
                .reduce(touched.orElse(new Footprint(Set.of(), Set.of(), false)), Footprint::plus);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.runSql(this);
    }
}
