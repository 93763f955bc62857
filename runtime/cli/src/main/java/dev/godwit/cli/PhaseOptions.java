package dev.godwit.cli;

import dev.godwit.command.Phasing;
import dev.godwit.engine.Options;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of the commands that spare the version of the application that runs meanwhile. */
final class PhaseOptions {

    @Option(
            names = "--phase",
            paramLabel = "<phase>",
            defaultValue = "auto",
            description = "Which half of what would break a running version is carried out: auto, expand, contract or"
                    + " all.")
    private String phase = "auto";

    @Option(
            names = "--quiet",
            paramLabel = "<time>",
            description =
                    "For how long the old version must not have written before auto contracts; 10m unless stated.")
    private Optional<String> quiet = Optional.empty();

    @Option(
            names = "--backfill",
            paramLabel = "<how>",
            defaultValue = "inline",
            description =
                    "How work on many rows is done: inline, or left for the background, which the command backfill"
                            + " finishes.")
    private String backfill = "inline";

    /** @throws dev.godwit.command.CommandException for a value that is none */
    Options over(Options options) {
        return new Phasing(phase, quiet, backfill).over(options);
    }
}
