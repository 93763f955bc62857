package dev.godwit.benchmarks;

import dev.godwit.Migration;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.recording.Recording;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * Many generated migrations in a directory, in the form of each tool: compiled classes and a ledger, a folder of SQL files,
 * a changelog.
 */
public final class SmallMigrations {

    private SmallMigrations() {}

    /** Each a table of six columns and an index, or nothing at all. */
    static void write(Path directory, int number, boolean empty) throws IOException, ReflectiveOperationException {
        Files.createDirectories(directory);
        godwit(directory, number, empty);
        Path files = Files.createDirectories(directory.resolve("sql"));
        StringBuilder changelog = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 1; i <= number; i++) {
            String sql = empty ? "select 1;\n" : String.join(";\n", sql(i)) + ";\n";
            Files.writeString(files.resolve("V%d__m.sql".formatted(i)), sql);
            changelog.append("--changeset bench:%d\n%s".formatted(i, sql));
        }
        Files.writeString(directory.resolve("changelog.sql"), changelog);
    }

    /** The statements of one migration. */
    public static List<String> sql(int i) {
        return List.of(
                ("create table t%d (id bigint not null, a varchar(40), b varchar(40), c integer, d timestamp(6), "
                                + "e numeric(12,2), primary key (id))")
                        .formatted(i),
                "create index ix_t%1$d_a on t%1$d (a)".formatted(i));
    }

    private static void godwit(Path directory, int number, boolean empty)
            throws IOException, ReflectiveOperationException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path")));
        for (int i = 1; i <= number; i++) {
            Path source = directory.resolve("V%d__AddTable.java".formatted(i));
            Files.writeString(source, source(i, empty));
            arguments.add(source.toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The generated migrations do not compile.");
        }
        Path ledger = directory.resolve(Ledger.PATH);
        Files.createDirectories(ledger.getParent());
        Files.writeString(ledger, ledger(directory, number).text());
    }

    private static Ledger ledger(Path directory, int number) throws IOException, ReflectiveOperationException {
        List<LedgerEntry> entries = new ArrayList<>();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Optional<Version> after = Optional.empty();
            for (int i = 1; i <= number; i++) {
                Version version =
                        Version.at(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i));
                Migration migration =
                        (Migration) classes.loadClass(name(i)).getConstructor().newInstance();
                Recording recording = Recording.of(migration);
                Fingerprint fingerprint = Fingerprint.of(recording.up(), recording.down());
                entries.add(new LedgerEntry(version, name(i), after, fingerprint));
                after = Optional.of(version);
            }
        }
        return new Ledger(entries);
    }

    private static String name(int i) {
        return "V" + i + "__AddTable";
    }

    private static String source(int i, boolean empty) {
        String up = empty ? "" : """
                schema.createTable("t%1$d", t -> t.column("id", bigint().notNull())
                        .column("a", varchar(40)).column("b", varchar(40)).column("c", integer())
                        .column("d", timestamp(6)).column("e", numeric(12, 2)).primaryKey("id")
                        .index("ix_t%1$d_a", "a"));""".formatted(i);
        String down = empty ? "" : "schema.dropTable(\"t%d\");".formatted(i);
        return """
                import static dev.godwit.Types.*;
                public final class V%d__AddTable implements dev.godwit.Migration {
                    public void up(dev.godwit.SchemaChanges schema) { %s }
                    public void down(dev.godwit.SchemaChanges schema) { %s }
                }
                """.formatted(i, up, down);
    }
}
