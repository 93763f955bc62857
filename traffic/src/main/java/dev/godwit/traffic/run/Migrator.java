package dev.godwit.traffic.run;

import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.ledger.Ledger;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;

/** Moves a database, in this JVM. */
final class Migrator {

    private final Place place;
    private final Manoeuvre manoeuvre;

    Migrator(Place place, Manoeuvre manoeuvre) {
        this.place = place;
        this.manoeuvre = manoeuvre;
    }

    /** Creates the schema of the old version. */
    void begin() {
        engine(manoeuvre.beginning(), Options.DEFAULT.withListener(event -> {})).migrate(Optional.empty());
    }

    void move(Move move, Listener listener) {
        Engine engine = engine(
                manoeuvre.whole(), Options.DEFAULT.withPhase(move.phase()).withListener(listener));
        if (move.direction() == Direction.UP) {
            engine.migrate(Optional.empty());
        } else {
            // Not by steps: one that was killed behind its last commit would go a step further.
            engine.rollback(RollbackTarget.to(first()));
        }
    }

    /** How each migration stands. */
    List<MigrationState> states() {
        return engine(manoeuvre.whole(), Options.DEFAULT).status().migrations().stream()
                .map(MigrationStatus::state)
                .toList();
    }

    private String first() {
        return manoeuvre.beginning().head().orElseThrow().version().text();
    }

    private Engine engine(Ledger ledger, Options options) {
        return Engine.of(
                new MigrationSource(ledger, Migrator.class.getClassLoader()),
                () -> DriverManager.getConnection(place.url(), place.user(), place.password()),
                options);
    }
}
