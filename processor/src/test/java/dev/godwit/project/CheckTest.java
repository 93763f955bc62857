package dev.godwit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ledger.Version;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final Type TEXT = new Sized(Sized.Kind.VARCHAR, 80);
    private static final Table USERS = Table.of(
            QualifiedName.of("users"),
            List.of(Column.of("id", new Simple(Simple.Kind.BIGINT)), Column.of("address", TEXT)));
    private static final Schema BEFORE = Schema.EMPTY.plus(USERS);
    private static final Schema AFTER = BEFORE.plus(USERS.plus(Column.of("street", TEXT)));

    @TempDir
    Path directory;

    private Workspace workspace;
    private Path second;

    @BeforeEach
    void twoMigrations() throws IOException {
        workspace = new Workspace(directory);
        Instant now = Instant.parse("2026-11-22T10:15:00Z");
        workspace.accept(BEFORE, now);
        Acceptance acceptance = workspace.accept(AFTER, now.plusSeconds(1));
        second = workspace.files().source(acceptance.migration().orElseThrow().className());
    }

    private void edit(String from, String to) throws IOException {
        String source = Files.readString(second);
        assertThat(source).contains(from);
        Files.writeString(second, source.replace(from, to));
    }

    private List<String> codes() throws IOException {
        return workspace.check().problems().stream().map(ProjectProblem::code).toList();
    }

    @Test
    void reformattingIsNoEdit() throws IOException {
        edit("    ", "\t");
        edit("{", "{ // reviewed");

        assertThat(codes()).isEmpty();
    }

    @Test
    void anEditIsNamedAndCanBeSealed() throws IOException {
        edit(
                "public void down(SchemaChanges schema) {",
                "public void down(SchemaChanges schema) { schema.sql(\"update users set address = street\")"
                        + ".noSchemaEffect();");

        assertThat(workspace.check().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("GW2613: The down of shop.migrations.V20261122101501")
                        .contains("-Dgodwit.edited=20261122101501"));

        Seal.of(workspace.snapshot(), workspace.ledger(), workspace.chain(), new Version("20261122101501"))
                .write(workspace.files());

        CheckReport report = workspace.check();
        assertThat(report.problems()).isEmpty();
        assertThat(report.migrations())
                .extracting(CheckReport.CheckedMigration::proof)
                .containsExactly(Proof.PROVED, Proof.ASSUMED);
    }

    @Test
    void anEditThatLeadsElsewhereIsSealedWithTheSchemaItLeadsTo() throws IOException {
        edit("varchar(80)", "varchar(90)");

        assertThat(codes()).containsExactly("GW2613", "GW2614");
        assertThat(workspace.check().problems().get(1).text()).contains("schema.json: users.");

        Seal.of(workspace.snapshot(), workspace.ledger(), workspace.chain(), new Version("20261122101501"))
                .write(workspace.files());

        assertThat(codes()).isEmpty();
        assertThat(workspace.snapshot().schema()).isNotEqualTo(AFTER);
    }

    @Test
    void aDownThatDoesNotUndoItsUpIsNamedAndNotSealed() throws IOException {
        edit("dropColumn(\"street\")", "comment(java.util.Optional.empty(), java.util.Optional.of(\"users\"))");

        assertThat(codes()).containsExactly("GW2613", "GW2612");
        assertThat(workspace.check().problems().get(1).text()).contains("other definitions of [users]");
        assertThatThrownBy(() -> Seal.of(
                        workspace.snapshot(), workspace.ledger(), workspace.chain(), new Version("20261122101501")))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2612");
    }

    @Test
    void anUpThatDoesNotApplyEndsTheReplay() throws IOException {
        edit("addColumn(\"street\"", "addColumn(\"address\"");

        assertThat(codes()).containsExactly("GW2613", "GW2611");
        assertThat(workspace.check().migrations()).hasSize(1);
    }

    @Test
    void aSnapshotThatTheChainDoesNotLeadToIsNamed() throws IOException {
        Files.writeString(
                workspace.files().snapshot(),
                workspace.snapshot().withSchema(BEFORE).text());

        assertThat(codes()).containsExactly("GW2614");
    }

    @Test
    void onlyAVersionOfTheLedgerCanBeSealed() {
        assertThatThrownBy(() -> Seal.of(
                        workspace.snapshot(), workspace.ledger(), workspace.chain(), new Version("20200101000000")))
                .hasMessageStartingWith("GW2607");
    }
}
