package dev.godwit.goal;

import dev.godwit.command.Database;
import dev.godwit.command.Facts;
import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.project.SourcedMigration;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.MigrationClasses;
import dev.godwit.tool.NewMigration;
import dev.godwit.tool.SquashTrial;
import dev.godwit.tool.ToolMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds the first migrations into one, and proves that it gives the same schema. */
public final class Squash {

    private final Version to;
    private final Wording wording;
    private final Optional<Database> scratch;

    /**
     * @param to {@code godwit.to}: the last migration to fold
     * @param wording {@code godwit.name} and {@code godwit.why}
     * @param scratch where both ways are tried; empty: H2 in memory, where it is among the dependencies
     * @throws dev.godwit.command.CommandException when {@code to} is no version
     * @throws dev.godwit.tool.ToolException when {@code to} is missing
     */
    public Squash(Optional<String> to, Wording wording, Optional<Database> scratch) {
        this.to = Parameters.version("to", to).map(Version::new).orElseThrow(ToolMessages::squashWithoutTo);
        this.wording = wording;
        this.scratch = scratch;
    }

    public Report run(BuildModule module) {
        Snapshot snapshot = Snapshot.parse(module.snapshotText());
        Ledger ledger = Ledger.parse(module.ledgerText());
        List<SourcedMigration> chain = MigrationClasses.recorded(module, ledger).stream()
                .map(migration -> MigrationClasses.sourced(module, migration))
                .toList();
        dev.godwit.project.Squash squash = dev.godwit.project.Squash.of(snapshot, ledger, chain, to, wording);
        NewMigration.require(module, squash.squash().entry(), squash.squash().text());
        Optional<String> tried = new SquashTrial(module, squash).run(scratch);
        List<String> written =
                squash.write(module.files()).stream().map(module::display).toList();
        return report(module, squash, tried, written);
    }

    private static Report report(
            BuildModule module, dev.godwit.project.Squash squash, Optional<String> tried, List<String> written) {
        LedgerEntry entry = squash.squash().entry();
        List<String> gone = squash.folded().stream()
                .map(migration -> module.display(migration.file()))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("%s replaces %d migrations.".formatted(entry.className(), gone.size()));
        lines.add("Proved: replayed in memory, both ways give one schema.");
        lines.add(tried.map("Tried: both ways give one schema on %s."::formatted)
                .orElse("Not tried on a database: H2 is not among the dependencies, and godwit.url names none."));
        lines.addAll(squash.leftOut());
        written.forEach(file -> lines.add("Written: " + file));
        gone.forEach(file -> lines.add("Gone: " + file));
        lines.add("Release this only when every database has all of these migrations, or none.");
        return Report.of(
                lines,
                new Facts()
                        .add("version", entry.version().text())
                        .add("class", entry.className())
                        .add(
                                "replaces",
                                squash.folded().stream()
                                        .map(migration ->
                                                migration.entry().version().text())
                                        .toList())
                        .add("tried", tried)
                        .add("leftOut", squash.leftOut())
                        .add("written", written)
                        .add("gone", gone)
                        .map());
    }
}
