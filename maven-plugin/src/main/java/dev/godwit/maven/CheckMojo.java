package dev.godwit.maven;

import dev.godwit.goal.Check;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.Report;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails when the entities need a migration that is not accepted, when the migrations do not lead to the snapshot, when
 * one does not come back, or when one is not what the ledger has sealed. Needs no database.
 */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class CheckMojo extends DatabaseMojo {

    @Override
    Report run(BuildModule module) {
        return Check.run(module);
    }
}
