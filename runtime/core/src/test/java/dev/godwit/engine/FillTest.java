package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that are there already get the values of a new column in batches of three. */
class FillTest {

    private static final int ROWS = 10;

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    /** Tables with every kind of key. */
    public static final class Keys implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable("by_number", t -> table(t).primaryKey("n"));
            schema.createTable("by_pair", t -> table(t).primaryKey("half", "n"));
            schema.createTable("by_text", t -> table(t).primaryKey("code"));
            schema.createTable("by_uuid", t -> table(t).primaryKey("u"));
            schema.createTable("by_nothing", t -> table(t));
        }

        private static NewTable table(NewTable table) {
            return table.column("n", bigint().notNull())
                    .column("half", integer().notNull())
                    .column("code", varchar(20).notNull())
                    .column("u", Types.uuid().notNull());
        }

        @Override
        public void down(SchemaChanges schema) {
            List.of("by_number", "by_pair", "by_text", "by_uuid", "by_nothing").forEach(schema::dropTable);
        }
    }

    /** A value for the rows of each. */
    public static final class Doubled implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            tables().forEach(table -> schema.table(table).addColumn("doubled", bigint().notNull(), "n * 2"));
        }

        @Override
        public void down(SchemaChanges schema) {
            tables().forEach(table -> schema.table(table).dropColumn("doubled"));
        }
    }

    /** Values that three of the rows refuse. */
    public static final class Divided implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("by_number")
                    .addColumn("divided", integer(), "case when n in (4, 5, 8) then 3000000000 * n else 1 end");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("by_number").dropColumn("divided");
        }
    }

    /** One column becomes two: rows need a value where either of them is missing. */
    public static final class Split implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("by_number")
                    .addColumn("front", varchar(20), "substring(code, 1, 4)")
                    .addColumn("back", varchar(20), "substring(code, 5)")
                    .dropColumn("code");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("by_number")
                    .addColumn("code", varchar(20).notNull(), "concat(front, back)")
                    .dropColumn("back")
                    .dropColumn("front");
        }
    }

    private static List<String> tables() {
        return List.of("by_number", "by_pair", "by_text", "by_uuid", "by_nothing");
    }

    private static void fill(TestDatabase database) throws SQLException {
        for (String table : tables()) {
            String rows = IntStream.range(0, ROWS)
                    .mapToObj(i -> "(%d, %d, 'it''s %d', '%s')".formatted(i, i % 2, i, uuid(i, database.kind())))
                    .collect(Collectors.joining(", "));
            database.execute("insert into %s (n, half, code, u) values %s".formatted(table, rows));
        }
    }

    private static String uuid(int i, DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL, H2, MARIADB -> "%08d-0000-4000-8000-000000000000".formatted(i * 7919 % 100);
            case MYSQL -> "%016d".formatted(i * 7919 % 100);
        };
    }

    private static void assertDoubled(TestDatabase database) throws SQLException {
        for (String table : tables()) {
            assertThat(Rows.of(database, "select n, doubled from " + table + " order by n"))
                    .as(table)
                    .hasSize(ROWS)
                    .allSatisfy(row -> {
                        String[] values = row.split("\\|");
                        assertThat(Long.parseLong(values[1])).isEqualTo(2 * Long.parseLong(values[0]));
                    });
        }
    }

    private static Engine engine(TestDatabase database, MigrationSource source, Listener listener) {
        return Engine.of(source, ConnectionSource.of(database.dataSource()), Quiet.OPTIONS.withListener(listener));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void everyKeyWillDo(DatabaseKind kind) throws SQLException {
        MigrationSource source = Ledgers.of(Keys.class, Doubled.class);
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            fill(database);
            List<Event.Progress> progress = new ArrayList<>();

            engine(database, source, event -> {
                        if (event instanceof Event.Progress batch) {
                            progress.add(batch);
                        }
                    })
                    .migrate(Optional.empty());

            assertDoubled(database);
            assertThat(progress)
                    .filteredOn(batch -> batch.table().equals("by_number"))
                    .extracting(Event.Progress::done)
                    .containsExactly(3L, 6L, 9L, 10L);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anInterruptedRunGoesOnBehindTheLastBatch(DatabaseKind kind) throws SQLException {
        MigrationSource source = Ledgers.of(Keys.class, Doubled.class);
        for (String table : tables()) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Quiet.engine(source, database)
                        .migrate(Optional.of(Ledgers.version(1).text()));
                fill(database);
                Engine stopping = engine(database, source, event -> {
                    if (event instanceof Event.Progress batch && batch.table().equals(table) && batch.done() == 6) {
                        throw new IllegalStateException("crash");
                    }
                });
                try {
                    stopping.migrate(Optional.empty());
                } catch (IllegalStateException e) {
                    assertThat(Rows.of(database, "select count(*) from " + table + " where doubled is not null"))
                            .containsExactly("6");
                }

                Quiet.engine(source, database).migrate(Optional.empty());

                assertDoubled(database);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.godwit.engine.PhasesTest#databases")
    void aBatchTouchesItsOwnRowsWhateverTheirCondition(DatabaseKind kind) throws SQLException {
        MigrationSource source = Ledgers.of(Keys.class, Split.class);
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            fill(database);
            List<List<String>> filled = new ArrayList<>();
            Listener listener = event -> {
                if (event instanceof Event.Progress) {
                    filled.add(count(database, "select count(*) from by_number where back is not null"));
                }
            };

            Engine.of(
                            source,
                            ConnectionSource.of(database.dataSource()),
                            Quiet.OPTIONS.withPhase(Phase.EXPAND).withListener(listener))
                    .migrate(Optional.empty());

            assertThat(filled).startsWith(List.of("3"), List.of("6"), List.of("9"), List.of("10"));
        }
    }

    private static List<String> count(TestDatabase database, String query) {
        try {
            return Rows.of(database, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theRowsToBlameAreNamedAndTheOthersStayDone(DatabaseKind kind) throws SQLException {
        MigrationSource source = Ledgers.of(Keys.class, Divided.class);
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            fill(database);

            assertThatThrownBy(() -> Quiet.engine(source, database).migrate(Optional.empty()))
                    .hasMessageContainingAll("GW3076", "n = 4: ", "n = 5: ", "n = 8: ")
                    .hasMessageNotContaining("n = 6");

            assertThat(Rows.of(database, "select count(*) from by_number where divided = 1"))
                    .containsExactly("4");
            database.execute("delete from by_number where n in (4, 5, 8)");
            Quiet.engine(source, database).migrate(Optional.empty());
            assertThat(Rows.of(database, "select count(*) from by_number where divided = 1"))
                    .containsExactly("7");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anOperatorCanMakeItWait(DatabaseKind kind) throws SQLException {
        MigrationSource source = Ledgers.of(Keys.class, Doubled.class);
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            fill(database);
            database.execute("insert into godwit_pause (reason) values ('sale')");
            List<String> held = new ArrayList<>();

            engine(database, source, event -> {
                        if (event instanceof Event.HeldBack wait) {
                            held.add(wait.reason());
                            execute(database, "delete from godwit_pause");
                        }
                    })
                    .migrate(Optional.empty());

            assertDoubled(database);
            assertThat(held).singleElement().asString().contains("sale");
        }
    }

    private static void execute(TestDatabase database, String sql) {
        try {
            database.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
