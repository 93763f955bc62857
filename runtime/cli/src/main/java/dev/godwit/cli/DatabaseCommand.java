package dev.godwit.cli;

import dev.godwit.command.Database;
import dev.godwit.command.Deployment;
import dev.godwit.command.Hooks;
import dev.godwit.command.JsonReport;
import dev.godwit.command.OutputFormat;
import dev.godwit.command.Problem;
import dev.godwit.command.Report;
import dev.godwit.command.progress.Console;
import dev.godwit.engine.Options;
import dev.godwit.engine.retain.Retaining;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command on a database: tells its result on standard output, and what happens meanwhile on standard error. */
abstract class DatabaseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DatabaseOptions options;

    DatabaseCommand(Map<String, String> environment) {
        this.options = new DatabaseOptions(environment);
    }

    /** Reads the parameters and does the command's work. */
    abstract Report run(Deploying deploying);

    /** Gives the deployment for the options of a command. */
    @FunctionalInterface
    interface Deploying {

        default Deployment with(Options engine) {
            return with(engine, new Hooks(Optional.empty(), Optional.empty()));
        }

        Deployment with(Options engine, Hooks hooks);
    }

    /** How what migrations drop is kept. */
    final Retaining retaining() {
        return options.retaining();
    }

    /**
     * How the result is told.
     *
     * @throws dev.godwit.command.CommandException when there is no such format
     */
    OutputFormat format() {
        return OutputFormat.of(formatName());
    }

    final String formatName() {
        return options.format();
    }

    @Override
    public final Integer call() {
        Report report = guarded();
        PrintWriter err = spec.commandLine().getErr();
        report.warnings().forEach(err::println);
        report.problems().forEach(err::println);
        err.flush();
        return report.ok() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Report guarded() {
        try {
            return switch (format()) {
                case TEXT, SQL -> text(attempt());
                case JSON -> json(attempt());
            };
        } catch (RuntimeException e) {
            return Report.of(Problem.of(e));
        }
    }

    private Report attempt() {
        try (Application application = Application.open(options.application())) {
            return run((engine, hooks) -> deployment(application, engine, hooks));
        } catch (RuntimeException | LinkageError e) {
            return Report.of(Problem.of(e));
        }
    }

    private Deployment deployment(Application application, Options engine, Hooks hooks) {
        Database database = options.database();
        Console console = new StandardError(spec.commandLine().getErr(), options.isTerminal());
        Options complete = hooks.over(
                options.over(engine),
                database,
                Path.of("").toAbsolutePath(),
                line -> console.log(System.Logger.Level.INFO, line));
        return new ApplicationDeployment(
                application.loader(),
                database,
                complete.withListener(options.progress().on(console)));
    }

    private Report text(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        report.lines().forEach(out::println);
        out.flush();
        return report;
    }

    private Report json(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(JsonReport.of(spec.name(), ApplicationName.of(options.application()), report));
        out.flush();
        return report;
    }
}
