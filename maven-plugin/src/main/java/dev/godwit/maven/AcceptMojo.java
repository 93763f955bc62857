package dev.godwit.maven;

import dev.godwit.command.Report;
import dev.godwit.goal.Accept;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.RefereeParameters;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Makes the pending migration a committed one: source file, snapshot, ledger. */
@Mojo(name = "accept", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class AcceptMojo extends GodwitMojo {

    /** The migration's name, such as {@code add_loyalty_tier}; else one is made from the changes. */
    @Parameter(property = "godwit.name")
    private String migrationName;

    /** The reason, for the migration's Javadoc. */
    @Parameter(property = "godwit.why")
    private String why;

    /** The version of a committed migration that was edited on purpose: seals it instead. */
    @Parameter(property = "godwit.edited")
    private String edited;

    /** Whether a disagreement with the project's own Hibernate is a warning: {@code fail} and {@code warn}, or {@code off}. */
    @Parameter(property = "godwit.referee", defaultValue = "fail")
    private String referee;

    /** Tables and sequences that are not compared with Hibernate's, separated by commas. */
    @Parameter(property = "godwit.referee.exclude")
    private String refereeExclude;

    @Override
    Report run(BuildModule module) {
        Wording wording = new Wording(Optional.ofNullable(migrationName), Optional.ofNullable(why));
        RefereeOptions options = RefereeParameters.of(Optional.of(referee), Optional.ofNullable(refereeExclude));
        return new Accept(wording, Optional.ofNullable(edited), options, Clock.systemUTC()).run(module);
    }
}
