package dev.godwit.command.progress;

import dev.godwit.engine.event.Event;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a run is.
 *
 * @param migrations of the run
 * @param migration the number of the one at work, from 1
 * @param title version and description of that one; empty between two, and while a hook runs
 * @param step what is executed; empty between two
 * @param since when the step began, in nanoseconds of {@link System#nanoTime()}
 * @param rows how far a step is that works on rows
 */
record Position(
        int migrations, int migration, String title, Optional<String> step, long since, Optional<Event.Progress> rows) {

    static Position start(Event.RunStarted run) {
        return new Position(run.migrations(), 0, "", Optional.empty(), 0, Optional.empty());
    }

    /** Where it is after an event, which happens at a time. */
    Position after(Event event, long now) {
        if (event instanceof Event.MigrationStarted started) {
            String next = started.version() + " " + started.description();
            return new Position(migrations, migration + 1, next, Optional.empty(), now, Optional.empty());
        }
        if (event instanceof Event.StepStarted started) {
            String what = started.step().description();
            return new Position(migrations, migration, title, Optional.of(what), now, Optional.empty());
        }
        if (event instanceof Event.MigrationEnded) {
            return new Position(migrations, migration, "", Optional.empty(), now, Optional.empty());
        }
        if (event instanceof Event.StepEnded) {
            return new Position(migrations, migration, title, Optional.empty(), now, Optional.empty());
        }
        if (event instanceof Event.Progress progress) {
            return new Position(migrations, migration, title, step, since, Optional.of(progress));
        }
        return this;
    }

    /** One line for people; empty where no migration is at work. */
    String text(long now) {
        if (title.isEmpty()) {
            return "";
        }
        return "[%d/%d] %s%s%s"
                .formatted(
                        migration,
                        migrations,
                        title,
                        step.map(what -> ": " + what).orElse(""),
                        rows.map(Position::share).orElseGet(() -> took(Duration.ofNanos(now - since))));
    }

    private String took(Duration time) {
        return step.isEmpty() || time.toSeconds() == 0 ? "" : " (%d s)".formatted(time.toSeconds());
    }

    private static String share(Event.Progress progress) {
        String rows = progress.total().isPresent() && progress.total().getAsLong() > progress.done()
                ? " %d %%".formatted(progress.done() * 100 / progress.total().getAsLong())
                : " %d rows".formatted(progress.done());
        return rows
                + progress.remaining()
                        .map(left -> ", about %d s left".formatted(left.toSeconds()))
                        .orElse("");
    }
}
