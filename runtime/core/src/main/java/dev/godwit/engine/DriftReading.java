package dev.godwit.engine;

import dev.godwit.drift.Drift;
import dev.godwit.drift.DriftReader;
import dev.godwit.drift.Observation;
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
        Drift drift = obstacle.isPresent() ? Drift.NONE : scaffolding(standing).left(of(schema(applied)));
        return new DriftReport(opened.dialect().description(), head, drift, obstacle);
    }

    /** What phases that are open have built, and not yet taken away. */
    private Scaffolding scaffolding(Standing standing) {
        try {
            return new Scaffolding(opened.dialect(), new OpenReading(opened, source, options, look, standing).parts());
        } catch (SQLException e) {
            throw Errors.of(opened.server(), "the reading of what is open", e);
        }
    }

    private Optional<String> obstacle(Standing standing) {
        if (!standing.unknown().isEmpty()) {
            return Optional.of(DriftProblems.unknownMigrations(standing.unknown()));
        }
        standing.requireFit(look.names().history());
        return look.interruption(standing).map(begun -> DriftProblems.halfApplied(begun.version()));
    }

    /** How the database stands to what some migrations give, whether or not it has applied them. */
    Drift against(List<LedgerEntry> entries) {
        return of(schema(entries));
    }

    /** The database as a model sees it. */
    Observation observe(Schema model) {
        return compare(reader -> reader.observe(model));
    }

    Standing standing() {
        return look.standing();
    }

    private Schema schema(List<LedgerEntry> applied) {
        return new Applied(source.ledger(), applied, new Migrations(source)).schema();
    }

    private Drift of(Schema schema) {
        return compare(reader -> reader.read(schema));
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(DriftReader reader) throws SQLException;
    }

    private <T> T compare(Question<T> question) {
        try (InSchema inSchema = InSchema.enter(opened, options)) {
            return question.ask(new DriftReader(inSchema.connection(), opened.dialect()));
        } catch (SQLException e) {
            throw Errors.of(opened.server(), "the comparison of the database with its history", e);
        }
    }
}
