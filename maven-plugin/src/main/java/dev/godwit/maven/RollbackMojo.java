package dev.godwit.maven;

import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.command.Rollback;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Takes migrations back, by their {@code down}, the last one first. */
@Mojo(name = "rollback", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class RollbackMojo extends RunMojo {

    /** How many; 1 unless stated. */
    @Parameter(property = "godwit.steps")
    private String steps;

    /** Back to this version, which stays applied. */
    @Parameter(property = "godwit.to")
    private String to;

    /**
     * Which half is carried out of what would break a running version: {@code expand}, what the old version needs, while
     * the new one runs; {@code contract}, what only the new one needed, once it is gone; {@code auto} or {@code all}, both
     * at once.
     */
    @Parameter(property = "godwit.phase", defaultValue = "auto")
    private String phase;

    @Override
    Report run(BuildModule module) {
        RollbackTarget target = Parameters.rollback(Optional.ofNullable(steps), Optional.ofNullable(to));
        return Rollback.run(deployment(module, options().withPhase(Parameters.phase(phase)), hooks()), target);
    }
}
