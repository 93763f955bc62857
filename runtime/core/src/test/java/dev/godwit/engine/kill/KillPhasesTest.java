package dev.godwit.engine.kill;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Ledger;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a JVM by SIGKILL in the middle of an expand and of a contract, lets another one run, and compares with runs that
 * nobody interrupted.
 *
 * <p>A few times in the suite, twenty times per database with {@code -Pkill}. The system property {@value #SEED} repeats
 * the moments of a run.
 */
class KillPhasesTest {

    private static final String SEED = "godwit.kill.seed";
    private static final int ROWS = 400;

    @TempDir
    Path directory;

    public static final class Customers implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
                            .column("remark", varchar(80))
                            .primaryKey("id"));
            schema.table("customers").addIndex("ix_customers_name", "name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("customers");
        }
    }

    public static final class Rework implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("email", varchar(80))
                    .addIndex("ix_customers_email", "email")
                    .renameColumn("name", "full_name")
                    .dropColumn("remark");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("remark", varchar(80))
                    .renameColumn("full_name", "name")
                    .dropIndex("ix_customers_email")
                    .dropColumn("email");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void atRandomMoments(DatabaseKind kind) throws Exception {
        long seed = Long.getLong(SEED, System.nanoTime());
        Random random = new Random(seed);
        long expandTakes;
        long contractTakes;
        List<String> expanded;
        List<String> contracted;
        try (TestDatabase database = prepared(kind)) {
            expandTakes = millisecondsOf(database, Phase.AUTO);
            expanded = Picture.of(database);
            contractTakes = millisecondsOf(database, Phase.CONTRACT);
            contracted = Picture.of(database);
        }
        int wanted = Boolean.getBoolean(Chain.FULL) ? 20 : 2;
        int kills = 0;
        for (int i = 0; i < wanted; i++) {
            try (TestDatabase database = prepared(kind)) {
                kills += killed(database, Phase.AUTO, random.nextLong(expandTakes));
                assertThat(Picture.of(database)).as("expand, seed %d", seed).isEqualTo(expanded);
                kills += killed(database, Phase.CONTRACT, random.nextLong(contractTakes));
                assertThat(Picture.of(database)).as("contract, seed %d", seed).isEqualTo(contracted);
            }
        }
        System.out.printf(
                "%s: killed %d of %d times in a phase (seed %d), finished each time%n", kind, kills, 2 * wanted, seed);
    }

    /** Kills a run, and lets another one finish what it left. */
    private int killed(TestDatabase database, Phase phase, long moment) throws Exception {
        int kills;
        try (Victim victim = Victim.start(database, ledger(), 0, phase)) {
            kills = victim.killAfter(moment) ? 1 : 0;
        }
        engine(database, phase, release()).migrate(Optional.empty());
        return kills;
    }

    private long millisecondsOf(TestDatabase database, Phase phase) throws Exception {
        try (Victim victim = Victim.start(database, ledger(), 0, phase)) {
            return Math.max(10, victim.millisecondsOfWork());
        }
    }

    private static TestDatabase prepared(DatabaseKind kind) throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        engine(database, Phase.AUTO, Ledgers.of(List.of(Customers.class))).migrate(Optional.empty());
        database.execute("insert into customers (id, name, remark) values "
                + LongStream.range(0, ROWS)
                        .mapToObj("(%1$d, 'Name%1$d', 'Remark%1$d')"::formatted)
                        .collect(Collectors.joining(", ")));
        return database;
    }

    private static Ledger release() {
        return Ledgers.of(List.of(Customers.class, Rework.class));
    }

    private static Engine engine(TestDatabase database, Phase phase, Ledger ledger) {
        return Engine.of(
                new MigrationSource(ledger, KillPhasesTest.class.getClassLoader()),
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT.withPhase(phase).withListener(event -> {}));
    }

    private Path ledger() throws IOException {
        return Files.writeString(directory.resolve("migrations"), release().text());
    }
}
