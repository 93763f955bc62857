package dev.godwit.engine;

import dev.godwit.Migration;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import java.util.List;

/** Sources of migration classes, one after another. */
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
        return dev.godwit.testing.Ledgers.of(migrations);
    }

    /** The version of the migration in this place, from 1. */
    static Version version(int number) {
        return dev.godwit.testing.Ledgers.version(number);
    }

    static Fingerprint fingerprint(Class<? extends Migration> migration) {
        return dev.godwit.testing.Ledgers.fingerprint(migration);
    }
}
