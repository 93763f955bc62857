package dev.godwit.engine;

import dev.godwit.drift.Drift;
import dev.godwit.drift.DriftReader;
import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Applied;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.chain.Migrations;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.problem.DriftProblems;
import dev.godwit.engine.report.DriftReport;
import dev.godwit.engine.server.Errors;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Holds a live database against the schema that the migrations give which it has: one that is behind is no drift. */
final class DriftReading {

    private final Opened opened;
    private final MigrationSource source;
    private final Look look;
    private final Options options;

    DriftReading(Opened opened, MigrationSource source, Options options) {
        this.opened = opened;
        this.source = source;
        this.look = new Look(opened, source.ledger(), options);
        this.options = options;
    }

    /** @throws dev.godwit.engine.problem.EngineException when history and ledger, or the migrations, do not fit */
    DriftReport read() {
        Standing standing = look.standing();
        List<LedgerEntry> applied = standing.applied();
        Optional<String> head = applied.isEmpty()
                ? Optional.empty()
                : Optional.of(applied.get(applied.size() - 1).version().text());
        Optional<String> obstacle = obstacle(standing);
        Drift drift = obstacle.isPresent() ? Drift.NONE : of(schema(applied));
        return new DriftReport(opened.dialect().description(), head, drift, obstacle);
    }

    private Optional<String> obstacle(Standing standing) {
        if (!standing.unknown().isEmpty()) {
            return Optional.of(DriftProblems.unknownMigrations(standing.unknown()));
        }
        standing.requireFit(look.names().history());
        return look.interruption(standing).map(begun -> DriftProblems.halfApplied(begun.version()));
    }

    private Schema schema(List<LedgerEntry> applied) {
        return new Applied(source.ledger(), applied, new Migrations(source)).schema();
    }

    private Drift of(Schema schema) {
        try (InSchema inSchema = InSchema.enter(opened, options)) {
            return new DriftReader(inSchema.connection(), opened.dialect()).read(schema);
        } catch (SQLException e) {
            throw Errors.of(opened.server(), "the comparison of the database with its history", e);
        }
    }
}
