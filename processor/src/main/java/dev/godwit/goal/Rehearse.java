package dev.godwit.goal;

import dev.godwit.command.Database;
import dev.godwit.command.DriverConnections;
import dev.godwit.command.EmbeddedDatabase;
import dev.godwit.command.RehearsalText;
import dev.godwit.command.Report;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.rehearsal.Rehearsal;
import dev.godwit.rehearsal.RehearsalReport;
import dev.godwit.rehearsal.Rehearsed;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.ProjectCode;
import dev.godwit.tool.TestedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries the committed migrations on a scratch schema: every {@code up}, its {@code down}, {@code up} again, with rows. */
public final class Rehearse {

    private final Optional<Database> given;
    private final Optional<EmbeddedDatabase.Kind> embedded;
    private final int rows;

    /**
     * @param given {@code godwit.url}: a database on which a schema may be created; empty: an embedded one
     * @param embedded {@code godwit.database}; empty: the first that is among the dependencies
     * @param rows {@code godwit.rows}: how many for each table
     */
    public Rehearse(Optional<Database> given, Optional<EmbeddedDatabase.Kind> embedded, int rows) {
        this.given = given;
        this.embedded = embedded;
        this.rows = rows;
    }

    /**
     * @throws dev.godwit.tool.ToolException when there is no ledger, or a migration does not compile
     * @throws dev.godwit.command.CommandException when there is no database to test on
     * @throws dev.godwit.engine.problem.EngineException when the database cannot be used
     */
    public Report run(BuildModule module) {
        MigrationSource committed =
                MigrationSource.of(module.ledgerText(), getClass().getClassLoader());
        try (ProjectCode code = ProjectCode.of(module, committed.ledger())) {
            MigrationSource source = new MigrationSource(committed.ledger(), code.loader());
            RehearsalReport rehearsal =
                    given.map(database -> rehearse(source, database)).orElseGet(() -> onEmbedded(source));
            remember(module, committed, rehearsal);
            return RehearsalText.report(rehearsal);
        }
    }

    private RehearsalReport onEmbedded(MigrationSource source) {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(embedded, source.classes())) {
            return rehearse(source, database.database());
        }
    }

    private RehearsalReport rehearse(MigrationSource source, Database database) {
        List<ClassLoader> drivers = List.of(source.classes(), getClass().getClassLoader());
        return Rehearsal.of(source, DriverConnections.of(database, drivers))
                .withRows(rows)
                .run();
    }

    private static void remember(BuildModule module, MigrationSource committed, RehearsalReport rehearsal) {
        Set<LedgerEntry> seen = rehearsal.migrations().stream()
                .filter(Rehearsed::ok)
                .map(Rehearsed::entry)
                .collect(Collectors.toSet());
        TestedFile file = TestedFile.of(module);
        file.write(file.read().with(rehearsal.kind(), committed.ledger().entries(), seen));
    }
}
