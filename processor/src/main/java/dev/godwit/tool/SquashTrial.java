package dev.godwit.tool;

import dev.godwit.command.Database;
import dev.godwit.command.DriverConnections;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.retain.Retaining;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.introspect.SchemaDifference;
import dev.godwit.ledger.Ledger;
import dev.godwit.project.Squash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs a squash and what it replaces, each in a schema of its own on a scratch database, and compares the two. */
public final class SquashTrial {

    /** What would be kept of dropped things is no part of the schema. */
    private static final Options OPTIONS = Options.DEFAULT
            .withPhase(Phase.ALL)
            .withRetaining(Retaining.DEFAULT.withKeep(false))
            .withListener(event -> {});

    private final BuildModule module;
    private final Squash squash;

    public SquashTrial(BuildModule module, Squash squash) {
        this.module = module;
        this.squash = squash;
    }

    /**
     * Tries it on a database, or on H2 in memory where none is given.
     *
     * @param database where two schemas are created and dropped again
     * @return the database on which both gave the same; empty where none is given and H2 is not among the dependencies
     * @throws ToolException when the two differ, or when one cannot be carried out there
     */
    public Optional<String> run(Optional<Database> database) {
        try (ProjectCode before = ProjectCode.of(module, squash.before());
                ProjectCode after = ProjectCode.of(
                        NewMigration.apart(
                                module, squash.squash().entry(), squash.squash().text()),
                        squash.alone())) {
            Database where = database.orElseGet(SquashTrial::inMemory);
            Optional<DriverConnections> connections = connections(where, before, database.isPresent());
            connections.ifPresent(found -> compare(where, found, before, after));
            return connections.map(found -> where.display());
        }
    }

    private static Database inMemory() {
        return new Database(
                "jdbc:h2:mem:godwit-%s".formatted(UUID.randomUUID()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<DriverConnections> connections(Database database, ProjectCode code, boolean required) {
        List<ClassLoader> loaders = List.of(code.loader(), getClass().getClassLoader());
        return required
                ? Optional.of(DriverConnections.of(database, loaders))
                : DriverConnections.find(database, loaders);
    }

    private void compare(Database database, DriverConnections connections, ProjectCode before, ProjectCode after) {
        // What lies in memory is there as long as a connection is.
        try (Connection held = connections.open()) {
            SchemaDifference difference = made(connections, "godwit_squash_before", squash.before(), before)
                    .differenceTo(made(connections, "godwit_squash_after", squash.alone(), after));
            if (!difference.isEmpty()) {
                throw ToolMessages.squashDiffers(database.display(), difference);
            }
        } catch (SQLException | EngineException e) {
            throw ToolMessages.scratchFails(database.display(), e.getMessage());
        }
    }

    private static LiveSchema made(DriverConnections connections, String name, Ledger ledger, ProjectCode code)
            throws SQLException {
        try (ScratchSchema schema = ScratchSchema.create(connections, name)) {
            Engine.of(new MigrationSource(ledger, code.loader()), schema, OPTIONS)
                    .migrate(Optional.empty());
            return schema.read();
        }
    }
}
