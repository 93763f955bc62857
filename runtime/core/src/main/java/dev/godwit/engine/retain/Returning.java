package dev.godwit.engine.retain;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.RetentionProblems;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedRow.Kind;
import dev.godwit.engine.store.RetainedRow.State;
import dev.godwit.plan.ValueStore;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What of the things that are kept a migration brings back, going one way: what its other direction has taken away. */
final class Returning {

    private final Decisions.Turn turn;
    private final KnownRows known;
    private final Retaining settings;
    private final Set<RetainedRow> broughtBack = new LinkedHashSet<>();
    private final Set<RetainedRow> missing = new LinkedHashSet<>();
    private final Set<ValueStore> restored = new HashSet<>();
    private final Set<ValueStore> settled = new HashSet<>();

    Returning(Decisions.Turn turn, KnownRows known, Retaining settings) {
        this.turn = turn;
        this.known = known;
        this.settings = settings;
    }

    /** What is brought back. */
    List<RetainedRow> rows() {
        return List.copyOf(broughtBack);
    }

    /** What should have been kept, and is not there any more. */
    List<RetainedRow> missing() {
        return List.copyOf(missing);
    }

    /** The reserved name of the copy of a table that is to be put back. */
    Optional<Identifier> backup(QualifiedName table) {
        return turn.direction() == Direction.DOWN
                ? known.last(turn.opposite(), Kind.BACKUP, table, Optional.empty())
                        .map(RetainedRow::reserved)
                : Optional.empty();
    }

    /** The reserved name under which a thing is kept, as it is to be again; empty: it is made anew. */
    Optional<Identifier> kept(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            Supplier<String> definition,
            Predicate<RetainedRow> isThere) {
        Optional<RetainedRow> last = known.last(turn.opposite(), kind, table, column);
        if (last.filter(row -> row.state() == State.PURGED).isPresent()) {
            acceptLoss(last.get());
        }
        if (last.filter(row -> row.state() == State.PLANNED && !turn.begun() && !isThere.test(row))
                .isPresent()) {
            if (kind != Kind.VALUES) {
                throw RetentionProblems.halfRetired(turn.version(), last.get());
            }
            missing.add(last.get());
        }
        Optional<RetainedRow> found = last.filter(row -> row.state() == State.RETAINED || row.state() == State.PLANNED)
                .filter(row -> row.definition().equals(definition.get()))
                .filter(row -> turn.begun() || !turn.looking() || isThere.test(row));
        found.ifPresent(broughtBack::add);
        return found.map(RetainedRow::reserved);
    }

    /** What comes back without its rows is not missed a second time. */
    private void acceptLoss(RetainedRow purged) {
        if (!settings.acceptLoss()) {
            throw RetentionProblems.purged(turn.version(), purged);
        }
        broughtBack.add(purged);
    }

    /** Where values that were replaced are kept. */
    List<ValueStore> replaced() {
        Map<Ref, ValueStore> newest = new LinkedHashMap<>();
        known.of(turn.opposite())
                .filter(row -> row.kind() == Kind.VALUES)
                .forEach(row -> newest.put(Ref.of(row.table(), row.column().orElseThrow()), store(row)));
        newest.values().removeAll(settled);
        return List.copyOf(newest.values());
    }

    private static ValueStore store(RetainedRow row) {
        return new ValueStore(
                row.table(), row.column().orElseThrow(), row.table().withName(row.reserved()));
    }

    /** Whether replaced values come back, into a column of this name. */
    boolean restores(ValueStore store, Identifier column, Supplier<String> definition, Predicate<RetainedRow> isThere) {
        boolean restores = kept(Kind.VALUES, store.table(), Optional.of(column), definition, isThere)
                .isPresent();
        if (restores) {
            restored.add(store);
        }
        return restores;
    }

    /** What has been restored so far does not come back again. */
    void settle() {
        settled.addAll(restored);
    }
}
