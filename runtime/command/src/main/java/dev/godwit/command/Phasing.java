package dev.godwit.command;

import dev.godwit.engine.Options;
import dev.godwit.engine.Phases;
import java.util.Optional;

/**
 * How a goal goes about the version of the application that runs meanwhile, as users write it.
 *
 * @param phase {@code godwit.phase}: which half of what would break it is carried out
 * @param quiet {@code godwit.quiet}: for how long it must not have written before its side goes unasked; not stated: as
 *     the engine has it
 * @param backfill {@code godwit.backfill}: whether work on many rows is done {@code inline}, or left for the
 *     {@code background}
 */
public record Phasing(String phase, Optional<String> quiet, String backfill) {

    private enum Fills {
        INLINE,
        BACKGROUND
    }

    /** @throws CommandException for a value that is none */
    public Options over(Options options) {
        Phases phases = options.phases()
                .withPhase(Parameters.phase(phase))
                .withBackground(Parameters.oneOf(Fills.class, "backfill", backfill) == Fills.BACKGROUND);
        return options.withPhases(
                Parameters.time("quiet", quiet).map(phases::withQuiet).orElse(phases));
    }
}
