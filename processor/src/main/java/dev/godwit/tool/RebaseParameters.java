package dev.godwit.tool;

import dev.godwit.command.Parameters;
import dev.godwit.ledger.Version;
import dev.godwit.project.Rebase.Decisions;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what users decide about a rebase. */
public final class RebaseParameters {

    private RebaseParameters() {}

    /**
     * {@code godwit.keep}, versions separated by commas, and {@code godwit.resolve}.
     *
     * @throws dev.godwit.command.CommandException when one is no version, or nobody is called so
     */
    public static Decisions of(Optional<String> keep, String resolve) {
        return new Decisions(
                Parameters.listed(keep)
                        .map(text ->
                                Parameters.version("keep", Optional.of(text)).orElseThrow())
                        .map(Version::new)
                        .collect(Collectors.toUnmodifiableSet()),
                Parameters.oneOf(Resolver.class, "resolve", resolve) == Resolver.ENTITIES);
    }

    private enum Resolver {
        NOBODY,
        ENTITIES
    }
}
