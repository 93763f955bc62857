package dev.godwit.maven;

import dev.godwit.command.Report;
import dev.godwit.goal.New;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.tool.BuildModule;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Begins a migration of rows: an empty one with typed handles of the tables that it is about. */
@Mojo(name = "new", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class NewMojo extends GodwitMojo {

    /** The migration's name, such as {@code split_address}. */
    @Parameter(property = "godwit.name")
    private String migrationName;

    /** The reason, for the migration's Javadoc. */
    @Parameter(property = "godwit.why")
    private String why;

    /** The tables, separated by commas. */
    @Parameter(property = "godwit.tables")
    private String tables;

    @Override
    Report run(BuildModule module) {
        Wording wording = new Wording(Optional.ofNullable(migrationName), Optional.ofNullable(why));
        return new New(wording, Optional.ofNullable(tables), Clock.systemUTC()).run(module);
    }
}
