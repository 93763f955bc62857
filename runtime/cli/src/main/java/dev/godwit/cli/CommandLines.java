package dev.godwit.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Assembles the command line. */
final class CommandLines {

    private CommandLines() {}

    /** @param environment where connections are looked for beside the options */
    static CommandLine create(Map<String, String> environment) {
        return new CommandLine(new GodwitCommand())
                .addSubcommand(new PlanCommand(environment))
                .addSubcommand(new MigrateCommand(environment))
                .addSubcommand(new RollbackCommand(environment))
                .addSubcommand(new BackfillCommand(environment))
                .addSubcommand(new StatusCommand(environment))
                .addSubcommand(new RepairCommand(environment))
                .addSubcommand(new CopyCommand(environment))
                .addSubcommand(new PurgeCommand(environment))
                .addSubcommand(new BaselineCommand(environment))
                .setParameterExceptionHandler((wrong, arguments) -> misused(wrong));
    }

    private static int misused(ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        err.println(CliMessages.misused(wrong.getMessage(), command));
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }
}
