package dev.godwit.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.command.Report;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.project.ProjectException;
import dev.godwit.referee.RefereeOptions;
import dev.godwit.referee.RefereeOptions.Mode;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.MergeSide;
import dev.godwit.tool.RebaseParameters;
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
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches leave one commit, and one is merged before the other. */
class RebaseTest {

    private static final String SNAPSHOT = "src/main/resources/" + Snapshot.PATH;
    private static final String LEDGER = "src/main/resources/" + Ledger.PATH;
    private static final String MIGRATIONS = "src/main/java/shop/migrations/";
    private static final RefereeOptions OFF = new RefereeOptions(Mode.OFF, Set.of());
    private static final String ID = "@Id Long id; ";
    private static final String NAME = ID + "String name; ";

    @TempDir
    Path directory;

    private TestModule project;
    private Instant clock = Instant.parse("2026-11-22T10:00:00Z");
    private Map<String, String> base;
    private Map<String, String> main;

    @BeforeEach
    void begin() {
        project = new TestModule(directory);
        customer(NAME);
        new Init(Optional.of("shop.migrations")).run(project.module());
        accept("first");
        base = project.files();
    }

    @Test
    void aGeneratedMigrationIsPutBehindAsItIsAndGetsALaterVersion() {
        onBranch(NAME + "String email;", "add_email");
        onMain(NAME + "Integer points;", "add_points");
        merged(NAME + "Integer points; String email;");

        Report report = rebase();

        assertThat(report.lines().get(0))
                .startsWith("shop.migrations.V20261122100200__AddEmail does there what it did before, now as version ");
        assertThat(names()).containsExactly("First", "AddPoints", "AddEmail");
        LedgerEntry head = ledger().head().orElseThrow();
        assertThat(head.version()).isGreaterThan(ledger().entries().get(1).version());
        assertThat(migration("AddEmail")).contains("after = \"20261122100300\"", "addColumn(\"email\"");
        assertThat(project.files()).doesNotContainKey(MIGRATIONS + "V20261122100200__AddEmail.java");
        holdsTogether();
    }

    @Test
    void aVersionThatIsLaterAnywayStays() {
        onMain(NAME + "Integer points;", "add_points");
        onBranch(NAME + "String email;", "add_email");
        merged(NAME + "Integer points; String email;");

        rebase();

        assertThat(ledger().head().orElseThrow().version().text()).isEqualTo("20261122100300");
        holdsTogether();
    }

    @Test
    void whatBothBranchesDidIsDoneOnce() {
        onBranch(NAME + "String email; String phone;", "add_contact");
        onMain(NAME + "String email;", "add_email");
        merged(NAME + "String email; String phone;");

        assertThat(rebase().lines().get(0)).contains("AddContact is regenerated from the entities");

        assertThat(migration("AddContact")).contains("phone").doesNotContain("email");
        holdsTogether();
    }

    @Test
    void aMigrationThatHasNothingLeftToDoGoes() {
        onBranch(NAME + "String email;", "add_email_too");
        onMain(NAME + "String email;", "add_email");
        merged(NAME + "String email;");

        assertThat(rebase().lines().get(0)).contains("AddEmailToo is left out");

        assertThat(names()).containsExactly("First", "AddEmail");
        assertThat(project.files().keySet()).noneMatch(file -> file.endsWith("__AddEmailToo.java"));
        holdsTogether();
    }

    @Test
    void theReasonIsKeptWhereAMigrationIsRegenerated() {
        onBranch(NAME + "String email; String phone;", "add_contact", "Couriers call & <write>.");
        onMain(NAME + "String email;", "add_email");
        merged(NAME + "String email; String phone;");

        rebase();

        assertThat(migration("AddContact")).contains("Why: Couriers call &amp; &lt;write&gt;.");
    }

    @Test
    void codeThatSomebodyHasWrittenStays() {
        onBranch(NAME + "String email;", "add_email");
        String file = only("AddEmail");
        project.write(file, project.read(file).replace("schema.table(\"Customer\").addColumn", """
                        // Nobody has an address yet.
                                schema.table("Customer").addColumn"""));
        branchIsDone();
        onMain(NAME + "Integer points;", "add_points");
        merged(NAME + "Integer points; String email;");

        assertThat(rebase().lines().get(0)).contains("AddEmail was edited by hand: its code stays");

        assertThat(migration("AddEmail")).contains("// Nobody has an address yet.");
        holdsTogether();
    }

    @Test
    void reformattingIsNoEdit() {
        onBranch(NAME + "String email; String phone;", "add_contact");
        String file = only("AddContact");
        project.write(file, project.read(file).replace("    ", "\t").replace("\"email\", ", "\"email\",\n "));
        branchIsDone();
        onMain(NAME + "String email;", "add_email");
        merged(NAME + "String email; String phone;");

        assertThat(rebase().lines().get(0)).contains("is regenerated");
    }

    @Test
    void conflictingEditsOfOneColumnAreRefusedUntilTheEntitiesDecide() {
        onBranch(ID + "@Column(length = 40) String name;", "shorten_name");
        onMain(ID + "@Column(length = 400) String name;", "lengthen_name");
        merged(ID + "@Column(length = 500) String name;");
        Map<String, String> before = project.files();

        assertThatThrownBy(this::rebase)
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2623: shop.migrations.V20261122100200__ShortenName and ")
                .hasMessageContaining("Customer.name")
                .hasMessageContaining("-Dgodwit.resolve=entities");
        assertThat(project.files()).isEqualTo(before);

        assertThat(rebase(Optional.empty(), "entities", Optional.empty())
                        .lines()
                        .get(0))
                .contains("is regenerated");
        assertThat(migration("ShortenName")).contains("varchar(400), varchar(500)");
        holdsTogether();
    }

    @Test
    void aHotfixThatDatabasesHaveRunKeepsVersionTextAndFingerprint() {
        onBranch(NAME + "String email;", "add_email");
        LedgerEntry had = ledger().head().orElseThrow();
        String text = migration("AddEmail");
        onMain(NAME + "Integer points;", "add_points");
        merged(NAME + "Integer points; String email;");

        Report report = rebase(Optional.of("20261122100200"), "nobody", Optional.empty());

        assertThat(report.lines().get(0)).contains("is kept as databases have run it");
        LedgerEntry kept = ledger().head().orElseThrow();
        assertThat(kept)
                .isEqualTo(new LedgerEntry(
                        had.version(),
                        had.className(),
                        Optional.of(ledger().entries().get(1).version()),
                        had.fingerprint()));
        assertThat(migration("AddEmail")).isEqualTo(text.replace("20261122100100", "20261122100300"));
        holdsTogether();
    }

    @Test
    void aHotfixThatTouchesWhatTheChainTouchesIsNotPutBehindIt() {
        onBranch(ID + "@Column(length = 40) String name;", "shorten_name");
        onMain(ID + "@Column(length = 400) String name;", "lengthen_name");
        merged(ID + "@Column(length = 40) String name;");

        assertThatThrownBy(() -> rebase(Optional.of("20261122100200"), "nobody", Optional.empty()))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2624: ");
    }

    @Test
    void aVersionToKeepThatIsNoneOfThemIsRefused() {
        onBranch(NAME + "String email;", "add_email");
        onMain(NAME + "Integer points;", "add_points");
        merged(NAME + "Integer points; String email;");

        assertThatThrownBy(() -> rebase(Optional.of("20261122100100"), "nobody", Optional.empty()))
                .hasMessageStartingWith("GW2622: ");
    }

    @Test
    void twoMigrationsOfABranchGoTogether() {
        onBranch(NAME + "String email;", "add_email");
        customer(NAME + "String email; String phone;");
        accept("add_phone");
        branchIsDone();
        onMain(NAME + "Integer points;", "add_points");
        merged(NAME + "Integer points; String email; String phone;");

        rebase();

        assertThat(names()).containsExactly("First", "AddPoints", "AddEmail", "AddPhone");
        holdsTogether();
    }

    @Test
    void whatTheEntitiesNeedBesidesIsSaidAndLeft() {
        onBranch(NAME + "String email;", "add_email");
        String file = only("AddEmail");
        project.write(file, project.read(file).replace("public void up", "/** By hand. */ public void up"));
        branchIsDone();
        onMain(NAME + "Integer points;", "add_points");
        merged(NAME + "Integer points; String email; String phone;");

        assertThat(rebase().lines()).anyMatch(line -> line.startsWith("The entities need more"));
    }

    @Test
    void linesOfBothBranchesInOneLedgerAreToldApartByTheSnapshot() {
        onBranch(NAME + "String email;", "add_email");
        String line = ledger().text().lines().reduce((a, b) -> b).orElseThrow();
        onMain(NAME + "Integer points;", "add_points");
        merged(NAME + "Integer points; String email;");
        project.write(LEDGER, project.read(LEDGER) + line + "\n");

        rebase();

        assertThat(names()).containsExactly("First", "AddPoints", "AddEmail");
        holdsTogether();
    }

    @Test
    void marksOfAMergeNeedToBeToldWhichSideCameFirst() {
        onBranch(NAME + "String email;", "add_email");
        onMain(NAME + "Integer points;", "add_points");
        merged(NAME + "Integer points; String email;");
        for (String file : List.of(SNAPSHOT, LEDGER)) {
            project.write(file, "<<<<<<< HEAD\n" + branch.get(file) + "=======\n" + main.get(file) + ">>>>>>> main\n");
        }

        assertThatThrownBy(this::rebase).isInstanceOf(ToolException.class).hasMessageContaining("GW5016");
        rebase(Optional.empty(), "nobody", Optional.of("theirs"));

        assertThat(names()).containsExactly("First", "AddPoints", "AddEmail");
        holdsTogether();
    }

    @Test
    void whereNothingIsBesideTheChainNothingIsWritten() {
        assertThat(rebase().lines()).singleElement().asString().contains("nothing is to be put behind it");
        assertThat(project.files()).isEqualTo(base);
    }

    private Map<String, String> branch;

    private void onBranch(String members, String name) {
        onBranch(members, name, "");
    }

    private void onBranch(String members, String name, String why) {
        checkOut(base);
        customer(members);
        accept(name, why);
        branchIsDone();
    }

    private void branchIsDone() {
        branch = project.files();
    }

    private void onMain(String members, String name) {
        checkOut(base);
        customer(members);
        accept(name, "");
        main = project.files();
    }

    /** Main's committed files, both branches' classes, and the entity as somebody has resolved it. */
    private void merged(String members) {
        Map<String, String> all = new TreeMap<>(branch);
        all.putAll(main);
        checkOut(all);
        customer(members);
    }

    private void checkOut(Map<String, String> files) {
        project.files().keySet().stream()
                .filter(file -> !files.containsKey(file))
                .forEach(project::delete);
        files.forEach(project::write);
    }

    private void customer(String members) {
        project.write("src/main/java/shop/Customer.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class Customer { %s }
                """.formatted(members));
    }

    private void accept(String name) {
        accept(name, "");
    }

    private void accept(String name, String why) {
        clock = clock.plusSeconds(60);
        Wording wording = new Wording(Optional.of(name), Optional.of(why).filter(text -> !text.isEmpty()));
        assertThat(new Accept(wording, Optional.empty(), OFF, clock())
                        .run(project.module())
                        .ok())
                .isTrue();
    }

    private Clock clock() {
        return Clock.fixed(clock, ZoneOffset.UTC);
    }

    private Report rebase() {
        return rebase(Optional.empty(), "nobody", Optional.empty());
    }

    private Report rebase(Optional<String> keep, String resolve, Optional<String> first) {
        return new Rebase(MergeSide.of(first), RebaseParameters.of(keep, resolve), clock()).run(project.module());
    }

    private Ledger ledger() {
        return Ledger.parse(project.read(LEDGER));
    }

    private List<String> names() {
        return ledger().entries().stream()
                .map(entry -> entry.className().replaceAll(".*__", ""))
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
        Report check = new Check(OFF, Optional.empty()).run(project.module());
        assertThat(check.problems()).isEmpty();
    }
}
