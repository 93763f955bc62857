package dev.godwit.project;

import dev.godwit.Migration;
import dev.godwit.diff.Differ;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.model.Backfills;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.recording.Recording;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A project's directory, as a user has it after {@code godwit:init}. */
final class Workspace {

    private final Path directory;
    private final ProjectFiles files;

    Workspace(Path directory) throws IOException {
        this.directory = directory;
        files = new ProjectFiles(
                directory.resolve("java"),
                StandardCharsets.UTF_8,
                directory.resolve("META-INF/godwit/schema.json"),
                directory.resolve("META-INF/godwit/migrations"));
        Files.createDirectories(files.snapshot().getParent());
        Settings settings = new Settings("shop.migrations", Naming.Convention.JPA, true, HibernateLine.V7, Map.of());
        Files.writeString(files.snapshot(), Snapshot.empty(settings).text());
        Files.writeString(files.ledger(), Ledger.EMPTY.text());
    }

    ProjectFiles files() {
        return files;
    }

    Snapshot snapshot() throws IOException {
        return Snapshot.parse(Files.readString(files.snapshot()));
    }

    Ledger ledger() throws IOException {
        return Ledger.parse(Files.readString(files.ledger()));
    }

    /** What accepting a model would write. */
    Acceptance accepting(Schema schema, Wording wording, Instant now) throws IOException {
        Model model = new Model(schema, Map.of(), Set.of(), List.of(), Backfills.NONE);
        return Acceptance.of(snapshot(), ledger(), model, Differ.between(snapshot(), model), wording, now);
    }

    Acceptance accept(Schema schema, Instant now) throws IOException {
        Acceptance acceptance = accepting(schema, new Wording(Optional.empty(), Optional.empty()), now);
        acceptance.write(files);
        return acceptance;
    }

    CheckReport check() throws IOException {
        return Check.of(snapshot(), chain(), TestedMigrations.NONE);
    }

    /** The committed migrations, compiled from their source files and recorded. */
    List<RecordedMigration> chain() throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(files.sourceRoot())) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError("The migrations do not compile.");
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Workspace.class.getClassLoader())) {
            List<RecordedMigration> chain = new ArrayList<>();
            for (LedgerEntry entry : ledger().entries()) {
                Migration migration = (Migration)
                        loader.loadClass(entry.className()).getConstructor().newInstance();
                chain.add(new RecordedMigration(entry, Recording.of(migration)));
            }
            return chain;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Every file with its content. */
    Map<Path, String> content() throws IOException {
        Map<Path, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(directory.relativize(file), Files.readString(file));
            }
        }
        return content;
    }
}
