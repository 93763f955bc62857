package dev.godwit.maven;

import dev.godwit.command.Report;
import dev.godwit.goal.Squash;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Folds the migrations up to a version into one, and proves in memory and on a scratch database that both ways give one
 * schema: on the one that {@code godwit.url} names, else on H2 in memory where it is among the dependencies.
 */
@Mojo(name = "squash", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class SquashMojo extends DatabaseMojo {

    /** The last migration to fold. */
    @Parameter(property = "godwit.to")
    private String to;

    /** The new migration's name; {@code squash} unless stated. */
    @Parameter(property = "godwit.name")
    private String migrationName;

    /** The reason, for the migration's Javadoc. */
    @Parameter(property = "godwit.why")
    private String why;

    @Override
    Report run(BuildModule module) {
        Wording wording = new Wording(Optional.ofNullable(migrationName), Optional.ofNullable(why));
        return new Squash(Optional.ofNullable(to), wording, database()).run(module);
    }
}
