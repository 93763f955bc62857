package dev.godwit.engine;

import dev.godwit.Migration;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.recording.Recording;
import java.util.List;

/** Ledgers of migration classes, one after another. */
final class Ledgers {

    private Ledgers() {}

    @SafeVarargs
    static MigrationSource of(Class<? extends Migration>... migrations) {
        return of(ledger(List.of(migrations)));
    }

    static MigrationSource of(Ledger ledger) {
        return new MigrationSource(ledger, Ledgers.class.getClassLoader());
    }

    static Ledger ledger(List<Class<? extends Migration>> migrations) {
        Ledger ledger = Ledger.EMPTY;
        for (int i = 0; i < migrations.size(); i++) {
            Class<? extends Migration> migration = migrations.get(i);
            ledger = ledger.plus(version(i + 1), migration.getName(), fingerprint(migration));
        }
        return ledger;
    }

    /** The version of the migration in this place, from 1. */
    static Version version(int number) {
        return new Version("20260101%06d".formatted(number));
    }

    static Fingerprint fingerprint(Class<? extends Migration> migration) {
        try {
            Recording recording =
                    Recording.of(migration.getDeclaredConstructor().newInstance());
            return Fingerprint.of(recording.up(), recording.down());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
