package dev.godwit.maven;

import dev.godwit.command.Report;
import dev.godwit.goal.Rebase;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.MergeSide;
import dev.godwit.tool.RebaseParameters;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Puts a branch's own migrations behind those that another branch has brought. It compiles no classes first: between a
 * merge and this goal they may not compile.
 */
@Mojo(name = "rebase", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
public class RebaseMojo extends GodwitMojo {

    /** Versions, separated by commas, that a database has run: these keep version, text and fingerprint. */
    @Parameter(property = "godwit.keep")
    private String keep;

    /** Who decides where both branches have defined one column: {@code nobody}, or the {@code entities} as they are. */
    @Parameter(property = "godwit.resolve", defaultValue = "nobody")
    private String resolve;

    /** The side, {@code ours} or {@code theirs}, whose migrations stay, where a merge is not resolved. */
    @Parameter(property = "godwit.first")
    private String first;

    @Override
    Report run(BuildModule module) {
        return new Rebase(
                        MergeSide.of(Optional.ofNullable(first)),
                        RebaseParameters.of(Optional.ofNullable(keep), resolve),
                        Clock.systemUTC())
                .run(module);
    }
}
