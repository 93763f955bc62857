package dev.godwit.engine.bench;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.recording.Recording;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A big table of eight columns, and a migration that gives its rows a value. */
final class Shoppers {

    private Shoppers() {}

    public static final class Table implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "shoppers",
                    t -> t.column("id", bigint().notNull())
                            .column("first_name", varchar(40))
                            .column("last_name", varchar(40))
                            .column("visits", integer())
                            .column("spent", numeric(12, 2))
                            .column("since", timestamp(6))
                            .column("active", bool())
                            .column("note", varchar(80))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("shoppers");
        }
    }

    public static final class FullName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("shoppers")
                    .addColumn("full_name", varchar(90))
                    .backfill("full_name", "concat(first_name, ' ', last_name)");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("shoppers").dropColumn("full_name");
        }
    }

    static final String FULL_NAME = "concat(first_name, ' ', last_name)";

    /** An engine for the first so many of the two migrations. */
    static Engine engine(TestDatabase database, int migrations) {
        return engine(database, migrations, ConnectionSource.of(database.dataSource()));
    }

    static Engine engine(TestDatabase database, int migrations, ConnectionSource source) {
        Ledger ledger = Ledger.EMPTY;
        List<Migration> all = List.of(new Table(), new FullName());
        for (int i = 0; i < migrations; i++) {
            Recording recording = Recording.of(all.get(i));
            ledger = ledger.plus(
                    new Version("2026010100000" + (i + 1)),
                    all.get(i).getClass().getName(),
                    Fingerprint.of(recording.up(), recording.down()));
        }
        return Engine.of(
                new MigrationSource(ledger, Shoppers.class.getClassLoader()),
                source,
                Options.DEFAULT.withPhase(Phase.ALL).withListener(event -> {}));
    }

    static void fill(TestDatabase database, int rows) throws SQLException {
        engine(database, 1).migrate(Optional.empty());
        String series = database.kind() == DatabaseKind.POSTGRESQL
                ? "from generate_series(1, %d) as s(i)"
                : "from (select seq as i from seq_1_to_%d) s";
        String active = database.kind() == DatabaseKind.POSTGRESQL ? "i %% 2 = 0" : "i %% 2";
        database.execute(("insert into shoppers select i, concat('First', i), concat('Last', i), i %% 100, i / 100.0, "
                        + "timestamp '2026-01-02 03:04:05.5', " + active
                        + ", 'a note of some length to be carried along ' "
                        + series)
                .formatted(rows));
        database.execute(
                database.kind() == DatabaseKind.POSTGRESQL ? "vacuum analyze shoppers" : "analyze table shoppers");
    }
}
