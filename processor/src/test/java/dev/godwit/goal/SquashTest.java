package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.command.Database;
import dev.godwit.command.Report;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.project.MigrationFile;
import dev.godwit.project.ProjectException;
import dev.godwit.project.SourcedMigration;
import dev.godwit.recording.Recording;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.MigrationClasses;
import dev.godwit.tool.ModuleDeployment;
import dev.godwit.tool.NewMigration;
import dev.godwit.tool.SquashTrial;
import dev.godwit.tool.TestModule;
import dev.godwit.tool.ToolException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several migrations become one, with databases that have them all, half of them, or none. */
class SquashTest {

    private static final String LEDGER = "src/main/resources/" + Ledger.PATH;
    private static final String MIGRATIONS = "src/main/java/shop/migrations/";
    private static final RefereeOptions OFF = new RefereeOptions(Mode.OFF, Set.of());
    private static final Wording UNSAID = new Wording(Optional.empty(), Optional.empty());

    private static final Options QUIET = Options.DEFAULT.withPhase(Phase.ALL).withListener(event -> {});

    @TempDir
    Path directory;

    private TestModule project;
    private Instant clock = Instant.parse("2026-11-22T10:00:00Z");

    @BeforeEach
    void threeMigrations() {
        project = new TestModule(directory);
        customer("String name;");
        new Init(Optional.of("shop.migrations")).run(project.module());
        accept("first");
        customer("String name; String email;");
        accept("add_email");
        customer("String email; @Column(nullable = false) int points;");
        accept("points_for_name");
    }

    @Test
    void theFirstMigrationsBecomeOneAndTheRestFollowsIt() {
        Report report = squash("20261122100200");

        assertThat(report.lines())
                .contains(
                        "shop.migrations.V20261122100201__Squash replaces 2 migrations.",
                        "Proved: replayed in memory, both ways give one schema.",
                        "Gone: " + MIGRATIONS + "V20261122100100__First.java")
                .anyMatch(line -> line.startsWith("Tried: both ways give one schema on jdbc:h2:mem:"));
        assertThat(project.read(LEDGER)).contains(" replaces=20261122100100,20261122100200\n");
        assertThat(names()).containsExactly("Squash", "PointsForName");
        assertThat(migration("Squash")).contains("createTable(\"Customer\"").doesNotContain("addColumn");
        assertThat(migration("PointsForName")).contains("after = \"20261122100201\"");
        assertThat(project.files().keySet()).noneMatch(file -> file.endsWith("__First.java"));
        holdsTogether();
        customer("String email; @Column(nullable = false) int points; String phone;");
        accept("add_phone");
        holdsTogether();
    }

    @Test
    void allMigrationsCanBecomeOne() {
        squash("20261122100300");

        assertThat(names()).containsExactly("Squash");
        holdsTogether();
    }

    @Test
    void aSquashCanBeFoldedAgain() {
        squash("20261122100200");
        squash("20261122100300");

        assertThat(project.read(LEDGER))
                .contains(" replaces=20261122100201(20261122100100,20261122100200),20261122100300\n");
        holdsTogether();
    }

    @Test
    void databasesGoOnWhicheverWayTheyCame() {
        Database old = database("old");
        Database half = database("half");
        Database fresh = database("fresh");
        migrate(old, Optional.of("20261122100200"));
        migrate(half, Optional.of("20261122100100"));

        squash("20261122100200");

        assertThat(migrate(old, Optional.empty())).isEqualTo(1);
        assertThat(migrate(fresh, Optional.empty())).isEqualTo(2);
        assertThatThrownBy(() -> migrate(half, Optional.empty())).hasMessageStartingWith("GW3048");
        assertThatThrownBy(() -> rollback(old, 2)).hasMessageStartingWith("GW3049");
        assertThat(rollback(fresh, 2)).isEqualTo(2);
    }

    @Test
    void sqlStaysAndSoDoesWhatFollowsIt() {
        edit("AddEmail", "public void up(SchemaChanges schema) {", """
                public void up(SchemaChanges schema) {
                    schema.sql("insert into Customer (id, name) values (1, 'Ann')").noSchemaEffect().idempotent().writes("Customer");
                    schema.sql("alter table Customer add column seen boolean", "update Customer set seen = true")
                        .on(dev.godwit.change.DatabaseKind.H2)
                        .effect(s -> s.table("Customer").addColumn("seen", dev.godwit.Types.bool()))
                        .doneWhen("select 1 = 1");
                    schema.table("Customer").dropColumn("seen");
                """);
        seal("20261122100200");

        squash("20261122100200");

        assertThat(migration("Squash"))
                .contains("insert into Customer (id, name) values (1, 'Ann')", ".noSchemaEffect()", ".idempotent()")
                .contains(".writes(\"Customer\")", ".on(DatabaseKind.H2)", ".doneWhen(\"select 1 = 1\")")
                .contains("effect.table(\"Customer\").addColumn(\"seen\", bool())")
                .contains(".addColumn(\"email\"");
        holdsTogether();
    }

    @Test
    void javaCodeThatWouldMeetNoRowsIsLeftOutAndNamed() {
        transforming();

        assertThat(squash("20261122100300").lines())
                .contains("shop.migrations.V20261122100200__AddEmail computes [Customer.email] in Java: left out, since"
                        + " no rows are there when the squash runs");
    }

    @Test
    void javaCodeThatMayMeetRowsIsRefused() {
        transforming();
        edit("First", "public void down", """
                private static void rows(SchemaChanges schema) {
                    schema.sql("insert into Customer (id) values (1)").noSchemaEffect().idempotent();
                }
                @Override public void down""");
        String first = only("First");
        project.write(
                first,
                project.read(first)
                        .replaceFirst("(?s)(up\\(SchemaChanges schema\\) \\{.*?);\n    }", "$1;\n rows(schema);\n    }")
                        .replace("@Override\n    private", "private"));
        seal("20261122100100");
        Map<String, String> before = project.files();

        assertThatThrownBy(() -> squash("20261122100300"))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2632: shop.migrations.V20261122100200__AddEmail computes [Customer.email]");
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void anotherSchemaOnTheScratchDatabaseIsShown() {
        BuildModule module = project.module();
        Ledger ledger = Ledger.parse(module.ledgerText());
        List<SourcedMigration> chain = MigrationClasses.recorded(module, ledger).stream()
                .map(migration -> MigrationClasses.sourced(module, migration))
                .toList();
        dev.godwit.project.Squash right = dev.godwit.project.Squash.of(
                Snapshot.parse(module.snapshotText()), ledger, chain, new Version("20261122100200"), UNSAID);
        MigrationFile file = right.squash();
        String text = file.text().replace(".column(\"email\", varchar(255))", "");
        assertThat(text).isNotEqualTo(file.text());
        Recording recording = NewMigration.recorded(module, file.entry(), text).recording();
        LedgerEntry entry = new LedgerEntry(
                file.entry().version(),
                file.entry().className(),
                Optional.empty(),
                Fingerprint.of(recording.up(), recording.down()));
        dev.godwit.project.Squash wrong = new dev.godwit.project.Squash(
                new MigrationFile(entry, text), right.folded(), right.next(), List.of(), right.snapshot(), ledger);

        assertThatThrownBy(() -> new SquashTrial(module, wrong).run(Optional.empty()))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("GW5018")
                .hasMessageContaining("- column EMAIL");
    }

    @Test
    void sqlThatTheScratchDatabaseDoesNotKnowIsSaid() {
        edit("AddEmail", "public void up(SchemaChanges schema) {", """
                public void up(SchemaChanges schema) {
                    schema.sql("create extension pg_trgm").noSchemaEffect().idempotent();
                """);
        seal("20261122100200");
        Map<String, String> before = project.files();

        assertThatThrownBy(() -> squash("20261122100300"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("GW5019")
                .hasMessageContaining("-Dgodwit.url");
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void whatIsNoSquashIsRefused() {
        assertThatThrownBy(() -> squash("20261122100100")).hasMessageStartingWith("GW2631");
        assertThatThrownBy(() -> squash("20261122100059")).hasMessageStartingWith("GW2607: godwit.to=");
        assertThatThrownBy(() -> new Squash(Optional.empty(), UNSAID, Optional.empty()))
                .hasMessageContaining("GW5006");
    }

    private void transforming() {
        edit("AddEmail", "addColumn(\"email\", varchar(255));", """
                addColumn("email", varchar(255));
                schema.transform("Customer", "id").write("email").each((row, out) -> out.set("email", "?"));
                """);
        seal("20261122100200");
    }

    private void edit(String name, String from, String to) {
        String file = only(name);
        String text = project.read(file);
        assertThat(text).contains(from);
        project.write(file, text.replace(from, to));
    }

    private Report squash(String to) {
        return new Squash(Optional.of(to), UNSAID, Optional.empty()).run(project.module());
    }

    private Database database(String name) {
        return new Database(
                "jdbc:h2:" + directory.resolve("target").resolve(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private int migrate(Database database, Optional<String> to) {
        return new ModuleDeployment(project.module(), database, QUIET)
                .with(engine -> engine.migrate(to))
                .migrations()
                .size();
    }

    private int rollback(Database database, int steps) {
        return new ModuleDeployment(project.module(), database, QUIET)
                .with(engine -> engine.rollback(RollbackTarget.steps(steps)))
                .migrations()
                .size();
    }

    private void customer(String members) {
        project.write("src/main/java/shop/Customer.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Customer { @Id Long id; %s }
                """.formatted(members));
    }

    private void accept(String name) {
        clock = clock.plusSeconds(60);
        Clock fixed = Clock.fixed(clock, ZoneOffset.UTC);
        Report report = new Accept(new Wording(Optional.of(name), Optional.empty()), Optional.empty(), OFF, fixed)
                .run(project.module());
        assertThat(report.problems()).isEmpty();
    }

    private void seal(String version) {
        assertThat(new Accept(UNSAID, Optional.of(version), OFF, Clock.systemUTC())
                        .run(project.module())
                        .problems())
                .isEmpty();
    }

    private List<String> names() {
        return Ledger.parse(project.read(LEDGER)).entries().stream()
                .map(LedgerEntry::className)
                .map(name -> name.replaceAll(".*__", ""))
                .toList();
    }

    private String only(String name) {
        return directory
                .relativize(project.only(MIGRATIONS, file -> file.endsWith("__" + name + ".java")))
                .toString();
    }

    private String migration(String name) {
        return project.read(only(name));
    }

    private void holdsTogether() {
        assertThat(new Check(OFF, Optional.empty()).run(project.module()).problems())
                .isEmpty();
    }
}
