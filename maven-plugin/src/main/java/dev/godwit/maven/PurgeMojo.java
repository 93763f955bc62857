package dev.godwit.maven;

import dev.godwit.command.Parameters;
import dev.godwit.command.Purge;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Drops for good what migrations dropped and the database keeps for a rollback: what is overdue, unless stated. */
@Mojo(name = "purge", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class PurgeMojo extends DatabaseMojo {

    /** What was dropped more than this many days ago, such as {@code 7d}; {@code 0d} is everything. */
    @Parameter(property = "godwit.olderThan")
    private String olderThan;

    /** What this migration dropped, whatever its age. */
    @Parameter(property = "godwit.version")
    private String version;

    /** Only tells what would be dropped. */
    @Parameter(property = "godwit.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    Report run(BuildModule module) {
        return Purge.run(
                deployment(module, Options.DEFAULT),
                Parameters.purge(Optional.ofNullable(olderThan), Optional.ofNullable(version), retaining()),
                dryRun);
    }
}
