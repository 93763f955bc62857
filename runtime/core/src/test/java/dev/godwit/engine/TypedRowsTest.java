package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.date;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ColumnHandle;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.TableHandle;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of several tables by the columns of frozen handles, on every database. */
class TypedRowsTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    static final class Users extends TableHandle<Users> {
        final ColumnHandle<Users, Long> id = key("id", Long.class);
        final ColumnHandle<Users, String> address = column("address", String.class);
        final ColumnHandle<Users, String> city = column("city", String.class);

        Users() {
            super("users");
        }
    }

    static final class Streets extends TableHandle<Streets> {
        final ColumnHandle<Streets, Long> userId = column("user_id", Long.class);
        final ColumnHandle<Streets, String> street = column("street", String.class);

        Streets() {
            super("streets");
        }
    }

    static final class Cities extends TableHandle<Cities> {
        final ColumnHandle<Cities, String> name = key("name", String.class);
        final ColumnHandle<Cities, Long> lastUser = column("last_user", Long.class);

        Cities() {
            super("cities");
        }
    }

    static final class Sessions extends TableHandle<Sessions> {
        final ColumnHandle<Sessions, Long> userId = column("user_id", Long.class);

        Sessions() {
            super("sessions");
        }
    }

    private static final Users USERS = new Users();
    private static final Streets STREETS = new Streets();
    private static final Cities CITIES = new Cities();
    private static final Sessions SESSIONS = new Sessions();

    public static final class Tables implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("address", varchar(80))
                            .column("city", varchar(20))
                            .primaryKey("id"));
            schema.createTable(
                    "streets", t -> t.column("user_id", bigint().notNull()).column("street", varchar(20)));
            schema.createTable(
                    "cities",
                    t -> t.column("name", varchar(20).notNull())
                            .column("last_user", bigint())
                            .primaryKey("name"));
            schema.createTable("sessions", t -> t.column("user_id", bigint().notNull()));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("sessions");
            schema.dropTable("cities");
            schema.dropTable("streets");
            schema.dropTable("users");
        }
    }

    public static final class Split implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform(USERS)
                    .read(List.of(USERS.id, USERS.address))
                    .write(USERS.city)
                    .insert(STREETS, List.of(STREETS.userId, STREETS.street))
                    .upsert(CITIES, List.of(CITIES.lastUser))
                    .delete(SESSIONS, List.of(SESSIONS.userId))
                    .each((row, out) -> {
                        long id = row.get(USERS.id).orElseThrow();
                        String[] part = row.get(USERS.address).orElseThrow().split(", ");
                        out.set(USERS.city, part[1]);
                        out.insert(STREETS).set(STREETS.userId, id).set(STREETS.street, part[0]);
                        out.upsert(CITIES).set(CITIES.name, part[1]).set(CITIES.lastUser, id);
                        out.delete(SESSIONS).set(SESSIONS.userId, id);
                    });
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.transform(USERS)
                    .read(USERS.id)
                    .delete(STREETS, List.of(STREETS.userId))
                    .update(CITIES, List.of(CITIES.lastUser), List.of(CITIES.name))
                    .each((row, out) -> out.delete(STREETS)
                            .set(STREETS.userId, row.get(USERS.id).orElseThrow()));
        }
    }

    public static final class OfDroppedTable implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.dropTable("cities");
            new Split().up(schema);
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areReadAndWrittenAcrossTables(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Ledgers.of(Tables.class), database).migrate(Optional.empty());
            for (int id = 1; id <= 7; id++) {
                database.execute(
                        "insert into users (id, address) values (%d, 'Road %d, City %d')".formatted(id, id, id % 2));
                database.execute("insert into sessions (user_id) values (%d)".formatted(id));
            }
            database.execute("insert into sessions (user_id) values (99)");

            Engine engine = Quiet.engine(Ledgers.of(Tables.class, Split.class), database);
            engine.migrate(Optional.empty());

            assertThat(rows(database, "select id, city from users order by id"))
                    .hasSize(7)
                    .contains("7 City 1");
            assertThat(rows(database, "select user_id, street from streets order by user_id"))
                    .hasSize(7)
                    .startsWith("1 Road 1");
            assertThat(rows(database, "select name, last_user from cities order by name"))
                    .containsExactly("City 0 6", "City 1 7");
            assertThat(rows(database, "select user_id from sessions")).containsExactly("99");

            engine.rollback(RollbackTarget.steps(1));
            assertThat(rows(database, "select user_id from streets")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aHandleOfATableThatIsGoneIsRefusedBeforeAnythingRuns(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            assertThatThrownBy(() -> Quiet.engine(Ledgers.of(Tables.class, OfDroppedTable.class), database)
                            .plan(Optional.empty()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("GW3043")
                    .hasMessageContaining("cities");
        }
    }

    static final class Kinds extends TableHandle<Kinds> {
        final ColumnHandle<Kinds, Integer> id = key("id", Integer.class);
        final ColumnHandle<Kinds, Boolean> flag = column("flag", Boolean.class);
        final ColumnHandle<Kinds, BigDecimal> amount = column("amount", BigDecimal.class);
        final ColumnHandle<Kinds, LocalDate> day = column("day_of", LocalDate.class);
        final ColumnHandle<Kinds, LocalDateTime> moment = column("moment", LocalDateTime.class);
        final ColumnHandle<Kinds, UUID> code = column("code", UUID.class);

        Kinds() {
            super("kinds");
        }
    }

    static final class Copies extends TableHandle<Copies> {
        final ColumnHandle<Copies, Integer> id = key("id", Integer.class);
        final ColumnHandle<Copies, Boolean> flag = column("flag", Boolean.class);
        final ColumnHandle<Copies, BigDecimal> amount = column("amount", BigDecimal.class);
        final ColumnHandle<Copies, LocalDate> day = column("day_of", LocalDate.class);
        final ColumnHandle<Copies, LocalDateTime> moment = column("moment", LocalDateTime.class);
        final ColumnHandle<Copies, UUID> code = column("code", UUID.class);

        Copies() {
            super("copies");
        }
    }

    private static final Kinds KINDS = new Kinds();
    private static final Copies COPIES = new Copies();

    public static final class TypedTables implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            for (String name : List.of("kinds", "copies")) {
                schema.createTable(
                        name,
                        t -> t.column("id", integer().notNull())
                                .column("flag", bool())
                                .column("amount", numeric(10, 2))
                                .column("day_of", date())
                                .column("moment", timestamp(6))
                                .column("code", uuid())
                                .primaryKey("id"));
            }
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    public static final class CopyTyped implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform(KINDS)
                    .read(List.of(KINDS.id, KINDS.flag, KINDS.amount, KINDS.day, KINDS.moment, KINDS.code))
                    .insert(
                            COPIES,
                            List.of(COPIES.id, COPIES.flag, COPIES.amount, COPIES.day, COPIES.moment, COPIES.code))
                    .each((row, out) -> out.insert(COPIES)
                            .set(COPIES.id, row.get(KINDS.id).orElseThrow())
                            .set(COPIES.flag, !row.get(KINDS.flag).orElseThrow())
                            .set(
                                    COPIES.amount,
                                    row.get(KINDS.amount).orElseThrow().add(BigDecimal.ONE))
                            .set(COPIES.day, row.get(KINDS.day).orElseThrow().plusDays(1))
                            .set(
                                    COPIES.moment,
                                    row.get(KINDS.moment).orElseThrow().plusHours(1))
                            .set(COPIES.code, row.get(KINDS.code).orElseThrow()));
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @MethodSource("databases")
    void valuesComeAsTheTypesOfTheHandles(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Ledgers.of(TypedTables.class), database).migrate(Optional.empty());
            String code = "'6f1c0000-0000-4000-8000-000000000001'";
            database.execute("insert into kinds (id, flag, amount, day_of, moment, code) values (1, false, 10.50,"
                    + " '2026-02-28', '2026-02-28 23:30:00', "
                    + (kind == DatabaseKind.MYSQL ? "uuid_to_bin(" + code + ")" : code) + ")");

            Quiet.engine(Ledgers.of(TypedTables.class, CopyTyped.class), database)
                    .migrate(Optional.empty());

            assertThat(
                            rows(
                                    database,
                                    "select amount, day_of, moment from copies c where flag and code = (select code from kinds)"))
                    .singleElement()
                    .asString()
                    .startsWith("11.50 2026-03-01 2026-03-01 00:30:00");
        }
    }

    private static List<String> rows(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.add(found.getString(i));
                }
                rows.add(String.join(" ", values));
            }
            return rows;
        }
    }
}
