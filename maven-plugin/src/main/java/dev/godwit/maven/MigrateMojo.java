package dev.godwit.maven;

import dev.godwit.command.Migrate;
import dev.godwit.command.Parameters;
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
     * Which half of what would break a running version is carried out: {@code auto} or {@code all}, which are the same,
     * since migrations run whole; {@code expand} and {@code contract} alone are refused.
     */
    @Parameter(property = "godwit.phase", defaultValue = "auto")
    private String phase;

    @Override
    Report run(BuildModule module) {
        Optional<String> last = Parameters.version("to", Optional.ofNullable(to));
        Options options = options().withPhase(Parameters.phase(phase));
        return Migrate.run(deployment(module, options, hooks()), last);
    }
}
