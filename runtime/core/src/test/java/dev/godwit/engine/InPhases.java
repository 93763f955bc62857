package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Customers in use on the databases on which migrations are taken apart, and engines that contract at once what is due. */
final class InPhases {

    static final MigrationSource FIRST = Ledgers.of(Customers.class);

    private InPhases() {}

    static List<DatabaseKind> databases() {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .toList();
    }

    public static final class Customers implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "customers",
                    t -> t.column("id", bigint().notNull())
                            .column("name", varchar(80).notNull())
                            .column("nickname", varchar(80))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("customers");
        }
    }

    /** What no version minds. */
    public static final class AddPhone implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("phone", varchar(20));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("phone");
        }
    }

    /** What the version before would not survive. */
    public static final class DropNickname implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("email", varchar(80)).dropColumn("nickname");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").addColumn("nickname", varchar(80)).dropColumn("email");
        }
    }

    /** The customers, then these. */
    @SafeVarargs
    static MigrationSource then(Class<? extends Migration>... migrations) {
        List<Class<? extends Migration>> all = new ArrayList<>(List.of(Customers.class));
        all.addAll(List.of(migrations));
        return Ledgers.of(Ledgers.ledger(all));
    }

    static Options options(Phase phase) {
        return Quiet.OPTIONS.withPhases(Phases.DEFAULT.withPhase(phase).withQuiet(Duration.ZERO));
    }

    static Engine engine(MigrationSource source, TestDatabase database, Phase phase) {
        return Engine.of(source, ConnectionSource.of(database.dataSource()), options(phase));
    }

    static Engine engine(MigrationSource source, TestDatabase database) {
        return engine(source, database, Phase.AUTO);
    }

    /** Ada, who has a nickname, and Cher, who has none. */
    static TestDatabase inUse(DatabaseKind kind) throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        engine(FIRST, database).migrate(Optional.empty());
        database.execute("insert into customers (id, name, nickname) values (1, 'Ada', 'A'), (2, 'Cher', null)");
        return database;
    }

    static List<String> history(TestDatabase database) throws SQLException {
        return Rows.of(database, "select state from godwit_history order by version");
    }

    static List<String> triggers(TestDatabase database) throws SQLException {
        return List.copyOf(database.triggers());
    }
}
