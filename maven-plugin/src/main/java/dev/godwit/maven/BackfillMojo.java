package dev.godwit.maven;

import dev.godwit.command.Backfill;
import dev.godwit.command.Report;
import dev.godwit.tool.BuildModule;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Finishes the work on many rows that {@code migrate} has left for the background. */
@Mojo(name = "backfill", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class BackfillMojo extends RunMojo {

    @Override
    Report run(BuildModule module) {
        return Backfill.run(deployment(module, options()));
    }
}
