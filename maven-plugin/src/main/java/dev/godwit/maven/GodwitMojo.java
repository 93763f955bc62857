package dev.godwit.maven;

import dev.godwit.command.JsonReport;
import dev.godwit.command.OutputFormat;
import dev.godwit.command.Problem;
import dev.godwit.command.Report;
import dev.godwit.tool.BuildModule;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal: runs in each module that is concerned, prints what it found or did, and fails with coded messages. */
abstract class GodwitMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** How results are told: {@code text}, or {@code json}, one document a module on standard output. */
    @Parameter(property = "godwit.format", defaultValue = "text")
    private String format;

    /** Skips the goal. */
    @Parameter(property = "godwit.skip", defaultValue = "false")
    private boolean skip;

    /** Does the goal's work in a module. */
    abstract Report run(BuildModule module);

    /** Whether the goal has work in a module; one that Godwit is not set up in has none. */
    boolean concerns(BuildModule module) {
        return module.isSetUp();
    }

    /**
     * How the result is told.
     *
     * @throws dev.godwit.command.CommandException when there is no such format
     */
    OutputFormat format() {
        return OutputFormat.of(format);
    }

    /** The value of {@code godwit.format}. */
    final String formatName() {
        return format;
    }

    /** The module as the goal sees it. */
    BuildModule module() {
        return MavenModule.of(project);
    }

    final MavenProject project() {
        return project;
    }

    @Override
    public final void execute() throws MojoFailureException {
        if (skip || "pom".equals(project.getPackaging())) {
            return;
        }
        Report report = attempt();
        report.warnings().forEach(warning -> getLog().warn(warning));
        report.lines().forEach(line -> getLog().info(line));
        if (!report.ok()) {
            throw new MojoFailureException(report.problems().stream()
                    .map(Problem::toString)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private Report attempt() throws MojoFailureException {
        OutputFormat output;
        try {
            output = format();
        } catch (RuntimeException e) {
            throw new MojoFailureException(e.getMessage());
        }
        BuildModule module = module();
        if (!concerns(module)) {
            getLog().info("No Godwit in this module: there is nothing to do.");
            return Report.NOTHING;
        }
        Report report = guarded(module);
        return switch (output) {
            case TEXT -> report;
            case JSON -> {
                System.out.println(JsonReport.of(execution.getGoal(), module.name(), report));
                yield report.withoutLines();
            }
            case SQL -> {
                report.lines().forEach(System.out::println);
                yield report.withoutLines();
            }
        };
    }

    private Report guarded(BuildModule module) {
        try {
            return run(module);
        } catch (RuntimeException | LinkageError e) {
            getLog().debug(e);
            return Report.of(Problem.of(e));
        }
    }
}
