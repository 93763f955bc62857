package dev.godwit.maven;

import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.goal.Check;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.RefereeParameters;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails when the entities need a migration that is not accepted, when the migrations do not lead to the snapshot, when
 * one does not come back, when one is not what the ledger has sealed, or when the project's own Hibernate would create
 * another schema. Needs no database; where one is given, it also fails on drift.
 */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class CheckMojo extends DatabaseMojo {

    /** What a disagreement with the project's own Hibernate does: {@code fail}, {@code warn}, or {@code off}. */
    @Parameter(property = "godwit.referee", defaultValue = "fail")
    private String referee;

    /** Tables and sequences that are not compared with Hibernate's, separated by commas. */
    @Parameter(property = "godwit.referee.exclude")
    private String refereeExclude;

    @Override
    Report run(BuildModule module) {
        return new Check(
                        RefereeParameters.of(Optional.of(referee), Optional.ofNullable(refereeExclude)),
                        database().map(given -> deployment(module, Options.DEFAULT)))
                .run(module);
    }
}
