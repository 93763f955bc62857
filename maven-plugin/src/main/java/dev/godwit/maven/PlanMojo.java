package dev.godwit.maven;

import dev.godwit.command.Deployment;
import dev.godwit.command.OutputFormat;
import dev.godwit.command.Parameters;
import dev.godwit.command.Phasing;
import dev.godwit.command.Plan;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows the SQL that {@code migrate} would run on this database, in order, with locks and hazards; changes nothing. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class PlanMojo extends DatabaseMojo {

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

    /** Also {@code sql}: a script on standard output, for somebody who runs it by hand; use {@code mvn -q}. */
    @Override
    OutputFormat format() {
        return OutputFormat.ofPlan(formatName());
    }

    @Override
    Report run(BuildModule module) {
        Optional<String> last = Parameters.version("to", Optional.ofNullable(to));
        Options options = new Phasing(phase, Optional.ofNullable(quiet), backfill).over(Options.DEFAULT);
        Deployment deployment = deployment(module, options);
        return format() == OutputFormat.SQL ? Plan.script(deployment, last) : Plan.run(deployment, last);
    }
}
