package dev.godwit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ledger.Ledger;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.testing.RandomSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");
    private static final Wording UNSAID = new Wording(Optional.empty(), Optional.empty());
    private static final Table CUSTOMERS = Table.of(
                    QualifiedName.of("customers"),
                    List.of(
                            Column.of("id", new Simple(Simple.Kind.BIGINT)).withNullable(false),
                            Column.of("name", new Sized(Sized.Kind.VARCHAR, 80))))
            .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), List.of(Identifier.of("id")))));
    private static final Schema FIRST = Schema.EMPTY.plus(CUSTOMERS);
    private static final Schema SECOND = FIRST.plus(
            CUSTOMERS.plus(Column.of("tier", new Sized(Sized.Kind.VARCHAR, 20)).withDefault(Optional.of("'BRONZE'"))));

    @TempDir
    Path directory;

    private Workspace workspace;

    @BeforeEach
    void init() throws IOException {
        workspace = new Workspace(directory);
    }

    @Test
    void whatIsAcceptedHoldsTogether() throws IOException {
        workspace.accept(FIRST, NOW);
        Acceptance second = workspace.accepting(
                SECOND,
                new Wording(Optional.of("add_loyalty_tier"), Optional.of("Silver customers get free returns.")),
                NOW.plusSeconds(60));
        List<Path> written = second.write(workspace.files());

        assertThat(written)
                .containsExactly(
                        directory.resolve("java/shop/migrations/V20261122101600__AddLoyaltyTier.java"),
                        workspace.files().snapshot(),
                        workspace.files().ledger());
        assertThat(Files.readString(written.get(0)))
                .contains("Silver customers get free returns.", "after = \"20261122101500\"");
        assertThat(workspace.ledger().head()).isEqualTo(second.migration());
        assertThat(workspace.snapshot().head().orElseThrow().text()).isEqualTo("20261122101600");
        assertThat(workspace.snapshot().schema()).isEqualTo(SECOND);
        CheckReport report = workspace.check();
        assertThat(report.problems()).isEmpty();
        assertThat(report.migrations())
                .extracting(CheckReport.CheckedMigration::proof)
                .containsOnly(Proof.PROVED);
    }

    @Test
    void whateverIsAcceptedHoldsTogether() throws IOException {
        RandomSchemas random = new RandomSchemas(7);
        Schema schema = random.schema();
        for (int i = 0; i < 40; i++) {
            workspace.accept(schema, NOW.plusSeconds(60L * i));
            schema = random.edited(schema);
        }

        assertThat(workspace.ledger().entries()).hasSizeGreaterThan(20);
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void aVersionIsLaterThanTheHeadWhateverTheClockSays() throws IOException {
        workspace.accept(FIRST, NOW);
        Acceptance second = workspace.accept(SECOND, NOW.minusSeconds(86_400));

        assertThat(second.migration().orElseThrow().version().text()).isEqualTo("20261122101501");
        assertThat(workspace.check().ok()).isTrue();
    }

    @Test
    void whereNothingIsPendingOnlyTheNotesAreWritten() throws IOException {
        workspace.accept(FIRST, NOW);

        Acceptance again = workspace.accepting(FIRST, UNSAID, NOW);

        assertThat(again.migration()).isEmpty();
        assertThat(again.write(workspace.files()))
                .containsExactly(workspace.files().snapshot());
    }

    @Test
    void aNameThatNoClassCanHaveIsRefused() {
        assertThatThrownBy(() -> workspace.accepting(FIRST, new Wording(Optional.of("--"), Optional.empty()), NOW))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2602: godwit.name=--");
    }

    @Test
    void filesOfDifferentBranchesAreRefused() throws IOException {
        workspace.accept(FIRST, NOW);
        Files.writeString(workspace.files().ledger(), Ledger.EMPTY.text());

        assertThatThrownBy(() -> workspace.accepting(SECOND, UNSAID, NOW))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2601")
                .hasMessageContaining("version 20261122101500")
                .hasMessageContaining("no migration");
    }

    @Test
    void aSourceFileIsNeverWrittenOver() throws IOException {
        Acceptance acceptance = workspace.accepting(FIRST, UNSAID, NOW);
        acceptance.write(workspace.files());
        Map<Path, String> before = workspace.content();

        assertThatThrownBy(() -> acceptance.write(workspace.files())).hasMessageStartingWith("GW2604");
        assertThat(workspace.content()).isEqualTo(before);
    }

    @Test
    void nothingIsLeftOfWritingThatFails() throws IOException {
        Acceptance acceptance = workspace.accepting(FIRST, UNSAID, NOW);
        Files.delete(workspace.files().ledger());
        Files.createDirectories(workspace.files().ledger().resolve("in the way"));
        Map<Path, String> before = workspace.content();

        assertThatThrownBy(() -> acceptance.write(workspace.files()))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("GW2605: " + workspace.files().ledger());
        assertThat(workspace.content()).isEqualTo(before);
    }
}
