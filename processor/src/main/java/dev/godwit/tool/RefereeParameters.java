package dev.godwit.tool;

import dev.godwit.command.Parameters;
import dev.godwit.referee.RefereeOptions;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what users say about the referee. */
public final class RefereeParameters {

    private RefereeParameters() {}

    /**
     * {@code godwit.referee} and {@code godwit.referee.exclude}, names separated by commas.
     *
     * @throws dev.godwit.command.CommandException when there is no such mode
     */
    public static RefereeOptions of(Optional<String> mode, Optional<String> excluded) {
        return new RefereeOptions(
                mode.map(name -> Parameters.oneOf(RefereeOptions.Mode.class, "referee", name))
                        .orElse(RefereeOptions.Mode.FAIL),
                Parameters.listed(excluded).collect(Collectors.toUnmodifiableSet()));
    }
}
