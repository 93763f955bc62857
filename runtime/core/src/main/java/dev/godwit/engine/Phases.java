package dev.godwit.engine;

import java.time.Duration;

/**
 * How migrations are carried out while a version of the application runs.
 *
 * @param phase which half of the manoeuvres is carried out
 * @param quiet for how long the side that is to go must not have been written before {@link Phase#AUTO} contracts
 * @param background whether work on many rows is left for {@link Engine#backfill}
 */
public record Phases(Phase phase, Duration quiet, boolean background) {

    public static final Phases DEFAULT = new Phases(Phase.AUTO, Duration.ofMinutes(10), false);

    public Phases withPhase(Phase other) {
        return new Phases(other, quiet, background);
    }

    public Phases withQuiet(Duration other) {
        return new Phases(phase, other, background);
    }

    public Phases withBackground(boolean other) {
        return new Phases(phase, quiet, other);
    }
}
