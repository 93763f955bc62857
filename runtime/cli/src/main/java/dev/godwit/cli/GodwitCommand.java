package dev.godwit.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself, which only names the others. */
@Command(
        name = "godwit",
        mixinStandardHelpOptions = true,
        versionProvider = GodwitCommand.Version.class,
        description = "Runs an application's migrations on a database.",
        footer = {
            "",
            "The connection may also come from the environment: GODWIT_URL, GODWIT_USER, GODWIT_PASSWORD, GODWIT_SCHEMA;"
                    + " the application from GODWIT_APP.",
            "Exit codes: 0 done; 1 refused or failed, with a coded message; 2 wrong use of this command."
        })
final class GodwitCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "godwit "
                        + Optional.ofNullable(GodwitCommand.class.getPackage().getImplementationVersion())
                                .orElse("development")
            };
        }
    }
}
