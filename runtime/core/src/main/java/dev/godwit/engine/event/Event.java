package dev.godwit.engine.event;

import dev.godwit.plan.Step;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Something that happened during a run. */
public sealed interface Event {

    /** One sentence for people. */
    String text();

    /** How much it matters: what repeats another event in detail is at debug level. */
    default Level level() {
        return Level.INFO;
    }

    /** The lock is held by somebody else; told once per wait. */
    record WaitingForLock(String holder, Duration atMost) implements Event {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text() {
            return "Waiting up to %d s for the lock, held by %s.".formatted(atMost.toSeconds(), holder);
        }
    }

    /** A run begins: the lock is held and there is something to do. */
    record RunStarted(String run, String database, Direction direction, int migrations) implements Event {
        @Override
        public String text() {
            return "Run %s on %s: %d %s %s."
                    .formatted(
                            run, database, migrations, migrations == 1 ? "migration" : "migrations", direction.text());
        }
    }

    /**
     * A migration begins.
     *
     * @param resumedAfter groups that an interrupted run has executed
     */
    record MigrationStarted(String version, String description, Direction direction, int groups, int resumedAfter)
            implements Event {
        @Override
        public String text() {
            String resumed = resumedAfter == 0 ? "" : ", resumed after group " + resumedAfter;
            return "%s %s (%s), %d %s%s."
                    .formatted(
                            version, direction.text(), description, groups, groups == 1 ? "group" : "groups", resumed);
        }
    }

    /** A step is about to be executed; it counts only once its group has ended. */
    record StepStarted(String version, Step step) implements Event {
        @Override
        public Level level() {
            return Level.DEBUG;
        }

        @Override
        public String text() {
            return "%s: %s".formatted(version, step.description());
        }
    }

    /** A step was executed. */
    record StepEnded(String version, Step step, Duration took) implements Event {
        @Override
        public String text() {
            return "%s: %s [%d ms]".formatted(version, step.description(), took.toMillis());
        }
    }

    /** A step was found executed by an interrupted run, and is not executed again. */
    record StepFound(String version, Step step) implements Event {
        @Override
        public String text() {
            return "%s: %s (found done)".formatted(version, step.description());
        }
    }

    /** A group is about to commit. */
    record GroupEnding(String version, int group, int groups) implements Event {
        @Override
        public Level level() {
            return Level.DEBUG;
        }

        @Override
        public String text() {
            return "%s: group %d of %d commits.".formatted(version, group, groups);
        }
    }

    /** A group has been committed with its journal rows. */
    record GroupEnded(String version, int group, int groups) implements Event {
        @Override
        public Level level() {
            return Level.DEBUG;
        }

        @Override
        public String text() {
            return "%s: group %d of %d committed.".formatted(version, group, groups);
        }
    }

    /** A statement waits for somebody else's transaction; told once for each. */
    record Waiting(String version, String what, String blocker) implements Event {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text() {
            return "%s: [%s] waits for %s.".formatted(version, what, blocker);
        }
    }

    /** A statement has reached its limit and was told to end, and has not ended yet. */
    record Cancelling(String version, String what) implements Event {
        @Override
        public String text() {
            return "%s: [%s] is being ended.".formatted(version, what);
        }
    }

    /** A group gave way to somebody else's lock and will run again. */
    record Retry(String version, int group, int attempt, Duration pause, String reason) implements Event {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text() {
            return "%s: group %d gave way (%s), attempt %d in %d ms."
                    .formatted(version, group, reason, attempt, pause.toMillis());
        }
    }

    /**
     * Rows of a transformation were committed.
     *
     * @param done rows so far, in this run
     * @param total rows that were there to transform when it began
     */
    record Progress(String version, String table, long done, OptionalLong total, Duration elapsed) implements Event {
        @Override
        public String text() {
            String of = total.isPresent() ? " of " + total.getAsLong() : "";
            String left = remaining()
                    .map(time -> ", about %d s left".formatted(time.toSeconds()))
                    .orElse("");
            return "%s: %d%s rows of %s%s.".formatted(version, done, of, table, left);
        }

        /** How long the rest takes if it goes on as it went; empty when nobody knows how much that is. */
        public Optional<Duration> remaining() {
            if (total.isEmpty() || done == 0 || total.getAsLong() <= done) {
                return Optional.empty();
            }
            return Optional.of(elapsed.multipliedBy(total.getAsLong() - done).dividedBy(done));
        }
    }

    /** Work on rows waits, or a contract is held back, while the database has better things to do or an operator says so; told once per wait. */
    record HeldBack(String version, String reason) implements Event {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text() {
            return "%s: waits, since %s.".formatted(version, reason);
        }
    }

    /** Rows of which one side has been written follow on the other, by the Java code of a migration. */
    record Followed(String version, String subject, long rows) implements Event {
        @Override
        public String text() {
            return "%s: Java code has run for %d %s of %s that had been written."
                    .formatted(version, rows, rows == 1 ? "row" : "rows", subject);
        }
    }

    /**
     * Rows of which one side does not follow the other, since there is no value for it; they are tried again.
     *
     * @param rows how many
     * @param named some of them, each with what says so
     */
    record LeftBehind(String version, String subject, long rows, Map<String, String> named) implements Event {

        public LeftBehind {
            named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        }

        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text() {
            return "%s: %d %s of %s cannot follow what was written there, and the contract will ask for a correction: %s."
                    .formatted(
                            version,
                            rows,
                            rows == 1 ? "row" : "rows",
                            subject,
                            named.entrySet().stream()
                                    .map(row -> row.getKey() + ": " + row.getValue())
                                    .collect(Collectors.joining("; ")));
        }
    }

    /** A later release has been at work on the database, and this one lives with that: there is nothing to do for it. */
    record LaterRelease(List<String> versions) implements Event {

        public LaterRelease {
            versions = List.copyOf(versions);
        }

        @Override
        public String text() {
            return "%d %s of a later release %s there and %s this one: %s."
                    .formatted(
                            versions.size(),
                            versions.size() == 1 ? "migration" : "migrations",
                            versions.size() == 1 ? "is" : "are",
                            versions.size() == 1 ? "spares" : "spare",
                            String.join(", ", versions));
        }
    }

    /**
     * A migration was carried out and stands in the history, or no longer does.
     *
     * @param left what of it is still to come
     */
    record MigrationEnded(String version, String description, Direction direction, Left left, Duration took)
            implements Event {
        @Override
        public String text() {
            return "%s %s (%s)%s [%d ms]"
                    .formatted(version, direction.past(left), description, left.text(), took.toMillis());
        }
    }

    /**
     * The run is over; the lock is about to be given back.
     *
     * @param migrations carried out
     * @param expanded how many of them have their contract still to come
     */
    record RunEnded(String run, Direction direction, int migrations, int expanded, Duration took) implements Event {
        @Override
        public String text() {
            int whole = migrations - expanded;
            String ended = "%d %s %s".formatted(whole, whole == 1 ? "migration" : "migrations", direction.past());
            String half = direction.expanded(expanded);
            String all = expanded == 0 ? ended : whole == 0 ? half : ended + ", " + half;
            return "Run %s: %s [%d ms]".formatted(run, all, took.toMillis());
        }
    }

    /** The run stopped. */
    record RunFailed(String run, String message) implements Event {
        @Override
        public Level level() {
            return Level.ERROR;
        }

        @Override
        public String text() {
            return "Run %s stopped. %s".formatted(run, message);
        }
    }
}
