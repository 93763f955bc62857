package dev.godwit.engine;

import dev.godwit.engine.event.Listener;
import dev.godwit.engine.event.LogListener;
import dev.godwit.engine.execute.Manners;
import dev.godwit.engine.retain.Retaining;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the engine runs.
 *
 * @param schema where unqualified names belong, folded as the database folds names unless it is between backticks;
 *     empty: where the connection says
 * @param phases how migrations are carried out while a version of the application runs
 * @param lock what keeps a second run out
 * @param lockWait how long to wait for another run to end
 * @param manners towards those who use the database meanwhile
 * @param retaining how what migrations drop is kept
 * @param listener hears every event
 * @param before runs when the lock is held and there is something to do
 * @param after runs when all is done, before the lock is given back
 */
public record Options(
        Optional<String> schema,
        Phases phases,
        LockMode lock,
        Duration lockWait,
        Manners manners,
        Retaining retaining,
        Listener listener,
        Hook before,
        Hook after) {

    public static final Options DEFAULT = new Options(
            Optional.empty(),
            Phases.DEFAULT,
            LockMode.AUTO,
            Duration.ofMinutes(5),
            Manners.DEFAULT,
            Retaining.DEFAULT,
            new LogListener(),
            Hook.NOTHING,
            Hook.NOTHING);

    public Options withSchema(String other) {
        return new Options(Optional.of(other), phases, lock, lockWait, manners, retaining, listener, before, after);
    }

    public Phase phase() {
        return phases.phase();
    }

    public Options withPhase(Phase other) {
        return withPhases(phases.withPhase(other));
    }

    public Options withPhases(Phases other) {
        return new Options(schema, other, lock, lockWait, manners, retaining, listener, before, after);
    }

    public Options withLock(LockMode other) {
        return new Options(schema, phases, other, lockWait, manners, retaining, listener, before, after);
    }

    public Options withLockWait(Duration other) {
        return new Options(schema, phases, lock, other, manners, retaining, listener, before, after);
    }

    public Options withManners(Manners other) {
        return new Options(schema, phases, lock, lockWait, other, retaining, listener, before, after);
    }

    public Options withRetaining(Retaining other) {
        return new Options(schema, phases, lock, lockWait, manners, other, listener, before, after);
    }

    /** Copies or rewrites tables of any size while their users wait, where it is allowed. */
    public Options withCopies(boolean allowed) {
        return allowed ? withManners(manners.withLimits(manners.limits().withCopiedRows(OptionalLong.empty()))) : this;
    }

    public Options withListener(Listener other) {
        return new Options(schema, phases, lock, lockWait, manners, retaining, other, before, after);
    }

    public Options withBefore(Hook other) {
        return new Options(schema, phases, lock, lockWait, manners, retaining, listener, other, after);
    }

    public Options withAfter(Hook other) {
        return new Options(schema, phases, lock, lockWait, manners, retaining, listener, before, other);
    }
}
