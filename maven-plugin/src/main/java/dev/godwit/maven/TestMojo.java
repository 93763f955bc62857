package dev.godwit.maven;

import dev.godwit.command.EmbeddedDatabase;
import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.goal.Rehearse;
import dev.godwit.tool.BuildModule;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Tries the committed migrations on a scratch schema with rows: every {@code up}, its {@code down}, {@code up} again. On
 * the database of {@code godwit.url}, where the schema is created and dropped; else on one that it starts, from the
 * dependencies of any scope.
 */
@Mojo(name = "test", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class TestMojo extends DatabaseMojo {

    /** Which embedded database: {@code postgresql}, {@code mariadb} or {@code h2}; else the first among the dependencies. */
    @Parameter(property = "godwit.database")
    private String database;

    /** How many rows each table gets, from 0 to 9. */
    @Parameter(property = "godwit.rows", defaultValue = "3")
    private String rows;

    @Override
    BuildModule module() {
        return MavenModule.withTestDependencies(project());
    }

    @Override
    Report run(BuildModule module) {
        return new Rehearse(
                        database(),
                        Optional.ofNullable(database)
                                .map(name -> Parameters.oneOf(EmbeddedDatabase.Kind.class, "database", name)),
                        Parameters.rows(rows))
                .run(module);
    }
}
