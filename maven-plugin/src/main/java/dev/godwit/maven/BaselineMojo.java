package dev.godwit.maven;

import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.goal.Baseline;
import dev.godwit.goal.Baseline.Differences;
import dev.godwit.tool.BuildModule;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Records the present state of a database that was there before Godwit as its starting version. */
@Mojo(name = "baseline", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class BaselineMojo extends DatabaseMojo {

    /** The last committed migration that the database is said to have; else the newest. */
    @Parameter(property = "godwit.to")
    private String to;

    /**
     * What becomes of differences between the database and the entities: {@code refuse}, or {@code pending}, which
     * records the database as it is and leaves the differences as the first pending migration.
     */
    @Parameter(property = "godwit.differences", defaultValue = "refuse")
    private String differences;

    @Override
    Report run(BuildModule module) {
        Optional<String> last = Parameters.version("to", Optional.ofNullable(to));
        Differences kind = Parameters.oneOf(Differences.class, "differences", differences);
        return new Baseline(last, kind, Clock.systemUTC()).run(module, deployment(module, Options.DEFAULT));
    }
}
