package dev.godwit.goal;

import dev.godwit.command.Facts;
import dev.godwit.command.Parameters;
import dev.godwit.command.Report;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.project.Acceptance;
import dev.godwit.project.Acceptance.Wording;
import dev.godwit.project.Scaffold;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.NewMigration;
import dev.godwit.tool.ToolMessages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Begins a migration of rows: an empty one with handles of the tables that it is about. */
public final class New {

    private final String name;
    private final Optional<String> why;
    private final List<String> tables;
    private final Clock clock;

    /**
     * @param wording {@code godwit.name}, which is needed, and {@code godwit.why}
     * @param tables {@code godwit.tables}, separated by commas
     * @throws dev.godwit.tool.ToolException when there is no name
     */
    public New(Wording wording, Optional<String> tables, Clock clock) {
        this.name = wording.name().orElseThrow(() -> ToolMessages.missingParameter("name", "split_address"));
        this.why = wording.why();
        this.tables = Parameters.listed(tables).toList();
        this.clock = clock;
    }

    public Report run(BuildModule module) {
        Acceptance scaffold = Scaffold.of(
                Snapshot.parse(module.snapshotText()),
                Ledger.parse(module.ledgerText()),
                name,
                why,
                tables,
                clock.instant());
        LedgerEntry entry = scaffold.migration().orElseThrow();
        NewMigration.require(module, entry, scaffold.source().orElseThrow());
        List<String> written =
                scaffold.write(module.files()).stream().map(module::display).toList();
        List<String> lines = new ArrayList<>();
        lines.add("%s is there to be filled in.".formatted(entry.className()));
        written.forEach(file -> lines.add("Written: " + file));
        lines.add("Then seal it by godwit:accept -Dgodwit.edited=%s.".formatted(entry.version()));
        return Report.of(
                lines,
                new Facts()
                        .add("version", entry.version().text())
                        .add("class", entry.className())
                        .add("written", written)
                        .map());
    }
}
