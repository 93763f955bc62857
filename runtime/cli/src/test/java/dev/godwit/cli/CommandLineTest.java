package dev.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a pipeline does with an application and its database. */
class CommandLineTest {

    @TempDir
    Path directory;

    private String url;
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void setUp() {
        url = "jdbc:h2:" + directory.resolve("shop");
    }

    private record Outcome(int exit, String out, String err) {}

    private Outcome godwit(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                CommandLines.create(environment).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = command.execute(arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }

    private Outcome on(String application, String... arguments) {
        return godwit(Stream.concat(Stream.of(arguments), Stream.of("--app", application, "--url", url, "--user", "sa"))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(Packaging.class)
    void migratesWhicheverWayTheApplicationIsPackaged(Packaging packaging) throws IOException, SQLException {
        String application = packaging.of(Files.createDirectory(directory.resolve("app")));

        assertThat(on(application, "status").out())
                .contains("20260101000001  unapplied")
                .contains("customers");
        assertThat(on(application, "plan").out()).contains("create table customers");
        assertThat(on(application, "migrate", "--to", "20260101000001").exit()).isZero();
        insert("Ada");
        Outcome migrated = on(application, "migrate");

        assertThat(migrated.exit()).as(migrated.err()).isZero();
        assertThat(migrated.out()).contains("1 migration in").contains("The database is at 20260101000002.");
        assertThat(migrated.err()).contains("20260101000002 applied (upper names)");
        assertThat(query("select upper_name from customers")).isEqualTo("ADA");

        assertThat(on(application, "rollback", "--steps", "2").exit()).isZero();
        assertThat(on(application, "status").out()).contains("without a migration");
    }

    @Test
    void waitsForAnotherRunAsLongAsItIsTold() throws IOException, SQLException {
        String application = Packaging.JAR.of(Files.createDirectory(directory.resolve("app")));
        on(application, "migrate", "--to", "20260101000001");
        try (Connection ignored = DriverManager.getConnection(url, "sa", "")) {
            Outcome refused = on(application, "migrate", "--lock-wait", "300ms", "--lock=session");

            assertThat(refused.err()).contains("GW3004: Another process kept the database file open for 0 s");
        }
        assertThat(on(application, "migrate", "--lock-timeout=soon").err()).startsWith("GW5041: ");
        assertThat(on(application, "migrate", "--lock=none").err()).startsWith("GW5001: ");
        assertThat(on(application, "migrate", "--index-wait=1m", "--statement-limit=1m")
                        .exit())
                .isZero();
    }

    @Test
    void copiesAnotherDatabase() throws IOException, SQLException {
        String application = Packaging.JAR.of(Files.createDirectory(directory.resolve("app")));
        on(application, "migrate");
        insert("Ada");
        String from = url;
        url = "jdbc:h2:" + directory.resolve("copy");

        assertThat(on(application, "copy").err()).contains("GW5023");
        Outcome copied = on(application, "copy", "--from-url", from, "--from-user", "sa");

        assertThat(copied.exit()).as(copied.err()).isZero();
        assertThat(copied.out()).contains("customers: 1 rows").contains("they are equal");
        assertThat(query("select name from customers")).isEqualTo("Ada");
    }

    @Test
    void tellsEventsToMachinesBesideTheOneDocument() throws IOException {
        String application = Packaging.JAR.of(Files.createDirectory(directory.resolve("app")));

        Outcome migrated = on(application, "migrate", "--format=json", "--progress=json");

        assertThat(migrated.out()).startsWith("{\"goal\":\"migrate\"").hasLineCount(1);
        assertThat(migrated.err().lines())
                .allMatch(line -> line.startsWith("{\"event\":\""))
                .anyMatch(line -> line.contains("\"event\":\"migrationEnded\""));
        assertThat(on(application, "rollback", "--progress=none").err()).isEmpty();
        assertThat(on(application, "migrate", "--progress=loud").err())
                .startsWith("GW5001: godwit.progress=loud is not known. Use one of: [auto, line, plain, json, none]");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runsWhatTheUserHasRunAroundIt() throws IOException, SQLException {
        String application = Packaging.JAR.of(Files.createDirectory(directory.resolve("app")));
        Path grants =
                Files.writeString(directory.resolve("grants.sql"), "insert into customers (id, name) values (7, 'x');");

        Outcome refused = on(application, "migrate", "--before", "echo no backup; exit 1");
        assertThat(refused.err()).contains("no backup\n").contains("GW3071: The hook before the run failed: GW5051");
        assertThat(on(application, "status").out()).contains("20260101000001  unapplied");

        Outcome migrated = on(application, "migrate", "--before", "echo saved", "--after", grants.toString());
        assertThat(migrated.exit()).as(migrated.err()).isZero();
        assertThat(migrated.err()).contains("saved\n");
        assertThat(query("select name from customers")).isEqualTo("x");
    }

    @Test
    void tellsMachinesInJson() throws IOException {
        String application = Packaging.BOOT_JAR.of(directory);
        Outcome status = on(application, "status", "--format", "json");

        assertThat(status.out())
                .startsWith("{\"goal\":\"status\",\"module\":\"shop.jar\",\"ok\":true,")
                .contains("\"upToDate\":false")
                .hasLineCount(1);

        Outcome refused = on(application, "migrate", "--to", "20270101000000", "--format=json");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("\"ok\":false").contains("\"code\":\"GW3");
    }

    @Test
    void writesAPlanAsASqlScriptThatEndsAtJava() throws IOException {
        String application = Packaging.BOOT_JAR.of(directory);
        Outcome script = on(application, "plan", "--format=sql");
        assertThat(script.exit()).isZero();
        assertThat(script.out()).startsWith("-- For H2").contains("create table customers", "-- GW3192: ");
        assertThat(script.err()).startsWith("GW3192: ");
        assertThat(on(application, "status", "--format=sql").err()).startsWith("GW5001: ");
    }

    @Test
    void takesTheConnectionFromTheEnvironmentAndThePasswordFromAFile() throws IOException {
        Path secret = Files.writeString(directory.resolve("password"), "s3cret\n");
        environment = Map.of("GODWIT_URL", url, "GODWIT_USER", "sa", "GODWIT_APP", Packaging.BOOT_JAR.of(directory));

        assertThat(godwit("migrate", "--password-file", secret.toString()).exit())
                .isZero();
        Outcome wrong = godwit("status");

        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).startsWith("GW3").doesNotContain("s3cret");
    }

    @Test
    void leavesNothingUnpackedBehind() throws IOException {
        List<Path> before = unpacked();
        on(Packaging.WAR.of(directory), "status");
        assertThat(unpacked()).isEqualTo(before);
    }

    private static List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("godwit-cli"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        String application = Packaging.JAR.of(directory);
        assertThat(on("nowhere.jar", "status").err()).startsWith("GW5071: nowhere.jar is not there.");
        assertThat(godwit("status", "--app", application).err()).startsWith("GW5020: ");
        assertThat(godwit("status", "--app", application, "--url", "jdbc:nosuch:x")
                        .err())
                .startsWith("GW5022: ");
        assertThat(on(application, "migrate", "--phase", "half").err()).startsWith("GW5001: ");
        assertThat(on(application, "repair", "--answer", "done").err()).startsWith("GW3");
        assertThat(on(application, "repair", "--answer", "maybe").err()).startsWith("GW5001: ");
        assertThat(on(application, "repair").out()).contains("nothing to answer");

        Path damaged = Files.writeString(directory.resolve("damaged.jar"), "no archive");
        assertThat(on(damaged.toString(), "status").err()).startsWith("GW5072: ");
    }

    @Test
    void anApplicationWithoutMigrationsIsRefused() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Outcome status = on(empty + File.pathSeparator + Packaging.driver(), "status");
        assertThat(status.err()).contains("META-INF/godwit/migrations");
        assertThat(status.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status --nosuch", "nosuch"})
    void wrongUseIsTwo(String arguments) {
        Outcome outcome = godwit(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("GW5070: ").contains("--help").hasLineCount(1);
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(godwit("--help").out())
                .contains("plan", "migrate", "rollback", "status", "repair", "baseline", "GODWIT_URL", "Exit codes");
    }

    private void insert(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into customers (id, name) values (1, '" + name + "')");
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
