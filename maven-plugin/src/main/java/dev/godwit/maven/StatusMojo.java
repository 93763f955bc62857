package dev.godwit.maven;

import dev.godwit.command.Phasing;
import dev.godwit.command.Report;
import dev.godwit.command.Status;
import dev.godwit.engine.Options;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Tells which migrations the database has, which it lacks, what was interrupted, and where it differs from history. */
@Mojo(name = "status", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class StatusMojo extends DatabaseMojo {

    /** Whether tables are listed that no migration knows. */
    @Parameter(property = "godwit.unmanaged", defaultValue = "false")
    private boolean unmanaged;

    /** For how long the old version must not have written before {@code auto} contracts; 10 minutes unless stated. */
    @Parameter(property = "godwit.quiet")
    private String quiet;

    @Override
    Report run(BuildModule module) {
        return Status.run(
                deployment(module, new Phasing("auto", Optional.ofNullable(quiet), "inline").over(Options.DEFAULT)),
                unmanaged);
    }
}
