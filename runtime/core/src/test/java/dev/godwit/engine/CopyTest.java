package dev.godwit.engine;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.character;
import static dev.godwit.Types.clob;
import static dev.godwit.Types.date;
import static dev.godwit.Types.doublePrecision;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.json;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.real;
import static dev.godwit.Types.time;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.timestampUtc;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varbinary;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.report.CopyReport;
import dev.godwit.engine.rows.Pace;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.introspect.Introspector;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of every type go from every database to every other one, and are the same there. */
class CopyTest {

    private static final MigrationSource SOURCE = Ledgers.of(Everything.class);
    private static final int ROWS = 10;

    static Stream<Arguments> pairs() {
        return Databases.kinds().stream()
                .flatMap(from -> Databases.kinds().stream().map(to -> Arguments.of(from, to)));
    }

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    /** Tables with a column of every type, constraints of every kind, and a row that the migration itself puts in. */
    public static final class Everything implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createSequence("things_seq", incrementBy(50));
            schema.createTable(
                    "kinds",
                    t -> t.column("code", varchar(20).notNull())
                            .column("label", varchar(80))
                            .primaryKey("code"));
            schema.createTable(
                    "things",
                    t -> t.column("id", bigint().notNull())
                            .column("kind", varchar(20).notNull())
                            .column("flag", bool())
                            .column("small", integer())
                            .column("amount", numeric(12, 2))
                            .column("ratio", doublePrecision())
                            .column("approx", real())
                            .column("fixed", character(8))
                            .column("body", clob(100_000))
                            .column("bytes", varbinary(200))
                            .column("born", date())
                            .column("at_time", time())
                            .column("local_at", timestamp(6))
                            .column("at_utc", timestampUtc(6))
                            .column("token", uuid())
                            .column("doc", json())
                            .column("tier", enumOf("BRONZE", "SILVER"))
                            .primaryKey("id")
                            .unique(key("token").named("uk_things_token"))
                            .index("ix_things_kind", "kind")
                            .check(check("small < 100000").named("ck_things_small"))
                            .foreignKey("fk_things_kind", foreignKey("kind").references("kinds", "code")));
            schema.createTable("notes", t -> t.column("thing_id", bigint()).column("text", varchar(200)));
            schema.createTable(
                    "numbered",
                    t -> t.column("id", bigint().notNull().identity())
                            .column("text", varchar(200))
                            .primaryKey("id"));
            schema.sql("insert into kinds (code, label) values ('own', 'by the migration')")
                    .noSchemaEffect();
        }

        @Override
        public void down(SchemaChanges schema) {
            List.of("numbered", "notes", "things", "kinds").forEach(schema::dropTable);
            schema.dropSequence("things_seq");
        }
    }

    private static Engine engine(TestDatabase database, Listener listener) {
        Options fewAtOnce = Quiet.OPTIONS.withManners(Quiet.MANNERS.withPace(Pace.DEFAULT.withMostRows(1)));
        return Engine.of(SOURCE, ConnectionSource.of(database.dataSource()), fewAtOnce.withListener(listener));
    }

    private static Engine engine(TestDatabase database) {
        return engine(database, event -> {});
    }

    private static void fill(TestDatabase database) throws SQLException {
        Quiet.engine(SOURCE, database).migrate(Optional.empty());
        database.execute("insert into kinds (code, label) values ('a', null), ('B', null)");
        String at = database.kind() == DatabaseKind.POSTGRESQL || database.kind() == DatabaseKind.H2
                ? "2026-03-01 11:22:33.123456+02"
                : "2026-03-01 09:22:33.123456";
        String json = database.kind() == DatabaseKind.H2
                ? "? format json"
                : database.kind() == DatabaseKind.POSTGRESQL ? "cast(? as jsonb)" : "?";
        String time = database.kind() == DatabaseKind.POSTGRESQL ? "cast(? as timestamp with time zone)" : "?";
        String body = database.kind() == DatabaseKind.POSTGRESQL ? "lo_from_bytea(0, convert_to(?, 'UTF8'))" : "?";
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement("update kinds set label = ? where code = 'a'")) {
            update.setString(1, "tab\tand \\N");
            update.executeUpdate();
        }
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into things (id, kind, flag, small, amount, ratio, approx, fixed, body, bytes, born, at_time, local_at, "
                                + "at_utc, token, doc, tier) values (?, ?, ?, ?, ?, ?, ?, ?, " + body
                                + ", ?, date '2024-02-29', "
                                + "time '23:59:58', timestamp '2026-01-02 03:04:05.1', " + time + ", ?, " + json
                                + ", ?)")) {
            for (int i = 0; i < ROWS; i++) {
                boolean empty = i == ROWS - 1;
                int n = 1;
                insert.setLong(n++, i * 7L);
                insert.setString(n++, i % 2 == 0 ? "a" : "B");
                insert.setObject(n++, empty ? null : i % 2 == 0);
                insert.setObject(n++, empty ? null : i * 1000);
                insert.setBigDecimal(n++, empty ? null : new BigDecimal(i).divide(new BigDecimal(4)));
                insert.setObject(n++, empty ? null : Math.PI * i);
                insert.setObject(n++, empty ? null : (float) (Math.E * i));
                insert.setString(n++, empty ? null : "x" + i);
                insert.setString(n++, empty ? null : "first line\nsecond 'line' \\ \u00e4\u20ac\ud83d\ude00 " + i);
                insert.setBytes(n++, empty ? null : new byte[] {0, 1, (byte) 0xff, (byte) i});
                insert.setString(n++, empty ? null : at);
                UUID uuid = UUID.nameUUIDFromBytes(("" + i).getBytes(StandardCharsets.UTF_8));
                boolean text = database.kind() == DatabaseKind.MARIADB || database.kind() == DatabaseKind.MYSQL;
                insert.setObject(n++, empty ? null : text ? uuid.toString() : uuid);
                insert.setString(n++, empty ? null : "{\"b\": [1, 2], \"a\": \"x y\"}");
                insert.setString(n, empty ? null : "SILVER");
                insert.executeUpdate();
            }
        }
        database.execute(
                "insert into notes (thing_id, text) values (1, 'one'), (1, 'one'), (2, null)",
                "insert into numbered (text) values ('first'), ('second'), ('third')");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyRowComesOver(DatabaseKind from, DatabaseKind to) throws SQLException {
        try (TestDatabase there = Databases.fresh(from);
                TestDatabase here = Databases.fresh(to)) {
            fill(there);

            CopyReport report = engine(here).copy(ConnectionSource.of(there.dataSource()), false);

            assertThat(report.rows()).isEqualTo(ROWS + 3 + 3 + 3);
            assertThat(Rows.of(here, "select code, label from kinds order by label"))
                    .contains("a|tab\tand \\N", "own|by the migration");
            assertThat(Rows.of(here, "select id, amount from things where id = 7"))
                    .containsExactly("7|0.25");
            here.execute("insert into numbered (text) values ('fourth')");
            assertThat(Rows.of(here, "select max(id) from numbered")).containsExactly("4");
            assertThat(Rows.of(here, "select state from godwit_history")).containsOnly("applied");
            assertThat(engine(here).migrate(Optional.empty()).migrations()).isEmpty();
            assertThatThrownBy(() -> here.execute("delete from kinds")).isInstanceOf(SQLException.class);
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anInterruptedCopyGoesOn(DatabaseKind to) throws SQLException {
        try (TestDatabase there = Databases.fresh(DatabaseKind.H2);
                TestDatabase here = Databases.fresh(to)) {
            fill(there);
            ConnectionSource source = ConnectionSource.of(there.dataSource());
            Engine stopping = engine(here, event -> {
                if (event instanceof Event.Progress batch && batch.table().equals("things") && batch.done() == 8) {
                    throw new Crash();
                }
            });
            assertThatThrownBy(() -> stopping.copy(source, false)).isInstanceOf(Crash.class);
            assertThatThrownBy(() -> engine(here).migrate(Optional.empty())).hasMessageContaining("GW3125");

            CopyReport report = engine(here).copy(source, false);

            assertThat(report.rows()).isEqualTo(ROWS + 3 + 3 + 3);
            assertThat(Rows.of(here, "select count(*) from things")).containsExactly("" + ROWS);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theCopyHasTheSchemaOfTheMigrations(DatabaseKind to) throws SQLException {
        try (TestDatabase there = Databases.fresh(DatabaseKind.H2);
                TestDatabase here = Databases.fresh(to);
                TestDatabase migrated = Databases.fresh(to)) {
            fill(there);
            Quiet.engine(SOURCE, migrated).migrate(Optional.empty());

            engine(here).copy(ConnectionSource.of(there.dataSource()), false);

            assertThat(facts(here)).isEqualTo(facts(migrated));
        }
    }

    private static Object facts(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Introspector.read(connection).facts();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsThatAreThereAreNotOverwrittenUnasked(DatabaseKind to) throws SQLException {
        try (TestDatabase there = Databases.fresh(DatabaseKind.H2);
                TestDatabase here = Databases.fresh(to)) {
            fill(there);
            fill(here);
            ConnectionSource source = ConnectionSource.of(there.dataSource());

            assertThatThrownBy(() -> engine(here).copy(source, false)).hasMessageContaining("GW3122");

            assertThat(engine(here).copy(source, true).rows()).isEqualTo(ROWS + 3 + 3 + 3);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aValueThatDoesNotFitIsNamed(DatabaseKind to) throws SQLException {
        try (TestDatabase there = Databases.fresh(DatabaseKind.H2);
                TestDatabase here = Databases.fresh(to)) {
            fill(there);
            there.execute("alter table things alter column amount numeric(30, 2)");
            there.execute("update things set amount = 123456789012345678 where id = 21");

            assertThatThrownBy(() -> engine(here).copy(ConnectionSource.of(there.dataSource()), false))
                    .hasMessageContainingAll("GW3076", "things", "id = 21");
        }
    }
}
