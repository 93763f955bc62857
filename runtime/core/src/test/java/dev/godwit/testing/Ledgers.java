package dev.godwit.testing;

import dev.godwit.Migration;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.recording.Recording;
import java.util.List;

/** Ledgers of migration classes, one after another. */
public final class Ledgers {

    private Ledgers() {}

    public static Ledger of(List<Class<? extends Migration>> migrations) {
        Ledger ledger = Ledger.EMPTY;
        for (int i = 0; i < migrations.size(); i++) {
            Class<? extends Migration> migration = migrations.get(i);
            ledger = ledger.plus(version(i + 1), migration.getName(), fingerprint(migration));
        }
        return ledger;
    }

    /** The version of the migration in this place, from 1. */
    public static Version version(int number) {
        return new Version("20260101%06d".formatted(number));
    }

    public static Fingerprint fingerprint(Class<? extends Migration> migration) {
        try {
            Recording recording =
                    Recording.of(migration.getDeclaredConstructor().newInstance());
            return Fingerprint.of(recording.up(), recording.down());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
