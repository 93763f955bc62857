package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Glance;
import dev.godwit.engine.chain.Loaded;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Migrations;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.server.Errors;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets one side follow what versions of the application have written on the other, where Java code keeps both in step. */
record Following(Opened opened, Access access, MigrationSource source, Options options) {

    /** The open migrations whose Java code may have something to do: no query tells, so their classes are looked at. */
    List<String> lagging(Glance glance) {
        Migrations migrations = new Migrations(source);
        return glance.open().stream()
                .map(migrations::get)
                .filter(Lags::areIn)
                .map(Loaded::version)
                .toList();
    }

    /**
     * Rows that lag are no reason to wait for a lock, or for a right: whoever migrates next sees to them.
     *
     * @param lagging the versions of the open migrations that may have something to do
     * @return empty: somebody else is at work, or a later release has been
     */
    Optional<RunReport> run(Look look, List<String> lagging) {
        LockedSession session;
        try {
            session = LockedSession.begin(opened, access, options.withLockWait(Duration.ZERO));
        } catch (EngineException e) {
            lagging.forEach(version -> options.listener().on(new Event.HeldBack(version, e.getMessage())));
            return Optional.empty();
        } catch (SQLException e) {
            throw Errors.of(opened.server(), Engine.KEEPING, e);
        }
        try (session) {
            return look.later(look.standing()).isEmpty()
                    ? Optional.of(Run.start(session.session(), options, source).follow())
                    : Optional.empty();
        } catch (SQLException e) {
            throw Errors.of(opened.server(), Engine.KEEPING, e);
        }
    }
}
