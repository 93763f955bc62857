package dev.godwit.maven;

import dev.godwit.command.Copy;
import dev.godwit.command.Database;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.tool.BuildModule;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Brings the database to the point of the chain where another one is, and copies that one's rows. The other database is
 * given by {@code godwit.from.url}, {@code godwit.from.user} and {@code godwit.from.password}.
 */
@Mojo(name = "copy", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class CopyMojo extends DatabaseMojo {

    /** Whether rows that are in the tables already are deleted first. */
    @Parameter(property = "godwit.overwrite", defaultValue = "false")
    private boolean overwrite;

    @Override
    Report run(BuildModule module) {
        Database from = Database.source(this::parameter, System.getenv());
        return Copy.run(deployment(module, Options.DEFAULT), from, overwrite);
    }
}
