package dev.godwit.command;

import dev.godwit.engine.Hook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A command of the system's shell. It is told where the database is by environment variables; never the password. */
final class HookCommand implements Hook {

    private final String name;
    private final String command;
    private final Database database;
    private final Path directory;
    private final Consumer<String> output;

    /** @param output hears each line that the command writes */
    HookCommand(String name, String command, Database database, Path directory, Consumer<String> output) {
        this.name = name;
        this.command = command;
        this.database = database;
        this.directory = directory;
        this.output = output;
    }

    /** @throws CommandException when it ends with another code than 0 */
    @Override
    public void run(Connection connection) throws IOException, InterruptedException {
        Process process = start();
        try {
            process.getOutputStream().close();
            tell(process);
            int exit = process.waitFor();
            if (exit != 0) {
                throw CommandMessages.hookEnded(name, command, exit);
            }
        } finally {
            process.destroy();
        }
    }

    private Process start() throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        ProcessBuilder builder = new ProcessBuilder(
                        windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("GODWIT_HOOK", name);
        environment.put("GODWIT_URL", database.display());
        database.user().ifPresent(user -> environment.put("GODWIT_USER", user));
        database.schema().ifPresent(schema -> environment.put("GODWIT_SCHEMA", schema));
        return builder.start();
    }

    private void tell(Process process) throws IOException {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                output.accept(line);
            }
        }
    }
}
