package dev.godwit.maven;

import dev.godwit.command.Migrate;
import dev.godwit.command.Parameters;
import dev.godwit.command.Phasing;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Brings the database forward. */
@Mojo(name = "migrate", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class MigrateMojo extends RunMojo {

    /** The last version to apply; else the newest. */
    @Parameter(property = "godwit.to")
    private String to;

    /**
     * Which half is carried out of what would break a running version: {@code expand}, what the new version needs;
     * {@code contract}, what only the old one needed, now; {@code all}, both at once; {@code auto}, what breaks nobody:
     * it expands, and contracts what an earlier release has expanded.
     */
    @Parameter(property = "godwit.phase", defaultValue = "auto")
    private String phase;

    /** For how long the old version must not have written before {@code auto} contracts; 10 minutes unless stated. */
    @Parameter(property = "godwit.quiet")
    private String quiet;

    /**
     * How work on many rows is done: {@code inline}, or left for the {@code background}, which {@code godwit:backfill}
     * finishes, or a later {@code migrate}; what depends on it waits.
     */
    @Parameter(property = "godwit.backfill", defaultValue = "inline")
    private String backfill;

    /**
     * For how long to stay and let follow what two versions write whose sides Java code keeps in step, such as the time of
     * a deployment; not stated: once.
     */
    @Parameter(property = "godwit.follow")
    private String follow;

    @Override
    Report run(BuildModule module) {
        Optional<String> last = Parameters.version("to", Optional.ofNullable(to));
        Options options = new Phasing(phase, Optional.ofNullable(quiet), backfill).over(options());
        return Migrate.run(
                deployment(module, options, hooks()), last, Parameters.time("follow", Optional.ofNullable(follow)));
    }
}
