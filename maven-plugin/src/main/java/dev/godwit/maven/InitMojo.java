package dev.godwit.maven;

import dev.godwit.command.Report;
import dev.godwit.goal.Init;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Sets Godwit up in each module that holds entities: writes the empty snapshot, with the settings found, and the empty
 * ledger. Never overwrites.
 */
@Mojo(name = "init", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class InitMojo extends GodwitMojo {

    /** The package of the migrations; else {@code migrations} in the package that the entities share. */
    @Parameter(property = "godwit.package")
    private String migrationsPackage;

    @Override
    boolean concerns(BuildModule module) {
        return true;
    }

    @Override
    Report run(BuildModule module) {
        return new Init(Optional.ofNullable(migrationsPackage)).run(module);
    }
}
