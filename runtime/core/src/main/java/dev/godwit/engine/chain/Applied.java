package dev.godwit.engine.chain;

import dev.godwit.change.PreconditionException;
import dev.godwit.engine.event.Direction;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The migrations that a database has while a run changes them, and the schema that they give.
 *
 * <p>The schema is computed when it is first asked for, and follows from then on.
 */
public final class Applied {

    private final Migrations migrations;
    private final Map<String, Integer> places = new HashMap<>();
    private final TreeMap<Integer, LedgerEntry> applied = new TreeMap<>();
    private Optional<Schema> schema = Optional.empty();

    public Applied(Ledger ledger, List<LedgerEntry> entries, Migrations migrations) {
        this.migrations = migrations;
        ledger.entries().forEach(entry -> places.put(entry.version().text(), places.size()));
        entries.forEach(entry -> applied.put(place(entry), entry));
    }

    private Applied(Applied other) {
        this.migrations = other.migrations;
        this.places.putAll(other.places);
        this.applied.putAll(other.applied);
    }

    /** The same, to be changed on its own. */
    public Applied copy() {
        return new Applied(this);
    }

    private int place(LedgerEntry entry) {
        return places.get(entry.version().text());
    }

    /** In the chain's order. */
    public List<LedgerEntry> entries() {
        return List.copyOf(applied.values());
    }

    /** Those that come after one in the chain, in its order. */
    List<LedgerEntry> after(LedgerEntry entry) {
        return List.copyOf(applied.tailMap(place(entry), false).values());
    }

    /** Those that come before one in the chain, in its order. */
    List<LedgerEntry> before(LedgerEntry entry) {
        return List.copyOf(applied.headMap(place(entry), false).values());
    }

    public Optional<LedgerEntry> head() {
        return Optional.ofNullable(applied.lastEntry()).map(Map.Entry::getValue);
    }

    public void add(LedgerEntry entry) {
        boolean last = applied.isEmpty() || applied.lastKey() < place(entry);
        applied.put(place(entry), entry);
        schema = schema.filter(known -> last).map(before -> Replay.apply(migrations.get(entry), Direction.UP, before));
    }

    public void remove(LedgerEntry entry) {
        applied.remove(place(entry));
        schema = Optional.empty();
    }

    /** @throws dev.godwit.engine.problem.EngineException when the migrations do not fit one another */
    public Schema schema() {
        Schema known = schema.orElseGet(() -> schemaAfter(entries()));
        schema = Optional.of(known);
        return known;
    }

    /**
     * The schema without one migration, whether or not it is among them: without those after it too, where they build on
     * it.
     *
     * @throws dev.godwit.engine.problem.EngineException when the migrations do not fit one another
     */
    public Schema schemaWithout(LedgerEntry entry) {
        if (!applied.containsKey(place(entry))) {
            return schema();
        }
        Schema result = schemaAfter(before(entry));
        try {
            Schema all = result;
            for (LedgerEntry later : after(entry)) {
                all = Replay.apply(migrations.get(later).changes(Direction.UP), all);
            }
            return all;
        } catch (PreconditionException e) {
            return result;
        }
    }

    /** @throws dev.godwit.engine.problem.EngineException when the migrations do not fit one another */
    Schema schemaAfter(List<LedgerEntry> entries) {
        Schema result = Schema.EMPTY;
        for (LedgerEntry entry : entries) {
            result = Replay.apply(migrations.get(entry), Direction.UP, result);
        }
        return result;
    }
}
