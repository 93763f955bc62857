package dev.godwit.maven;

import dev.godwit.command.Parameters;
import dev.godwit.command.Repair;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says whether the step took effect inside which a run was interrupted, when nothing else tells. */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class RepairMojo extends DatabaseMojo {

    /** What you saw in the database: {@code done} or {@code undone}; without it, the question is asked. */
    @Parameter(property = "godwit.answer")
    private String answer;

    @Override
    Report run(BuildModule module) {
        return Repair.run(
                deployment(module, Options.DEFAULT), Optional.ofNullable(answer).map(Parameters::answer));
    }
}
