package dev.godwit.traffic.manoeuvre;

import dev.godwit.Migration;
import dev.godwit.change.DatabaseKind;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * One change of an entity, deployed.
 *
 * @param name as it is asked for
 * @param start makes the schema of the old version
 * @param migration leads to the schema of the new version
 * @param values for the rows that are there before: of each column that {@code start} adds to customers, what follows
 *     from a stamp
 * @param filling statements that fill what else {@code start} creates, once customers are there
 * @param lags whether one version reads what the other has written only after the next run of the migration
 * @param oneWay the databases on which it is refused to be led back in phases once it has contracted
 */
public record Manoeuvre(
        String name,
        Start start,
        Migration migration,
        Map<String, LongFunction<Object>> values,
        List<String> filling,
        Release before,
        Release after,
        boolean lags,
        Set<DatabaseKind> oneWay) {

    public Manoeuvre {
        values = Map.copyOf(values);
        filling = List.copyOf(filling);
        oneWay = Set.copyOf(oneWay);
    }

    /** One whose versions read at once what the other has written. */
    public Manoeuvre(
            String name,
            Start start,
            Migration migration,
            Map<String, LongFunction<Object>> values,
            List<String> filling,
            Release before,
            Release after) {
        this(name, start, migration, values, filling, before, after, false, Set.of());
    }

    /** One that is about customers alone. */
    public Manoeuvre(
            String name,
            Start start,
            Migration migration,
            Map<String, LongFunction<Object>> values,
            Release before,
            Release after) {
        this(name, start, migration, values, List.of(), before, after);
    }

    Manoeuvre lagging() {
        return new Manoeuvre(name, start, migration, values, filling, before, after, true, oneWay);
    }

    Manoeuvre oneWayOn(DatabaseKind... kinds) {
        return new Manoeuvre(name, start, migration, values, filling, before, after, lags, Set.of(kinds));
    }

    /** Up to the schema of the old version. */
    public Ledger beginning() {
        return plus(Ledger.EMPTY, 1, start);
    }

    /** Up to the schema of the new version. */
    public Ledger whole() {
        return plus(beginning(), 2, migration);
    }

    private static Ledger plus(Ledger ledger, int number, Migration migration) {
        Recording recording = Recording.of(migration);
        return ledger.plus(
                new Version("20260101%06d".formatted(number)),
                migration.getClass().getName(),
                Fingerprint.of(recording.up(), recording.down()));
    }

    @Override
    public String toString() {
        return name;
    }
}
