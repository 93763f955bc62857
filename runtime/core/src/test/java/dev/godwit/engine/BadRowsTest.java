package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ColumnHandle;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.TableHandle;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that Java code or the database does not take: named, nothing of their batch written, and the run goes on there. */
class BadRowsTest {

    private static final int ROWS = 10;

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Tables implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("address", varchar(80))
                            .column("city", varchar(8))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
        }
    }

    /** What stands behind the comma of an address. */
    public static final class City implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform("users", "id")
                    .read("address")
                    .write("city")
                    .each((row, out) ->
                            out.set("city", row.text("address").orElse("").split(", ")[1]));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("cities that were there before are not kept");
        }
    }

    public static final class DropCity implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").dropColumn("city");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").addColumn("city", varchar(8));
        }
    }

    private static final MigrationSource CHAIN = Ledgers.of(Tables.class, City.class);

    private static Engine prepared(TestDatabase database, MigrationSource chain) throws SQLException {
        Engine engine = Quiet.engine(chain, database);
        engine.migrate(Optional.of(Ledgers.version(1).text()));
        for (int id = 1; id <= ROWS; id++) {
            database.execute("insert into users (id, address) values (%1$d, 'Road %1$d, City%1$d')".formatted(id));
        }
        return engine;
    }

    private static List<String> cities(TestDatabase database) throws SQLException {
        return Rows.of(database, "select city from users where city is not null order by id");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void codeThatThrowsStopsAtItsRow(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = prepared(database, CHAIN);
            database.execute("update users set address = 'nowhere' where id = 8");

            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("GW3054: The transformation of users in " + Ledgers.version(2))
                    .hasMessageContaining("id = 8");

            assertThat(cities(database)).containsExactly("City1", "City2", "City3", "City4", "City5", "City6");
            database.execute("update users set address = 'Road 8, Found' where id = 8");
            engine.migrate(Optional.empty());
            assertThat(cities(database)).hasSize(ROWS).contains("Found");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void valuesThatTheDatabaseRefusesAreNamedByTheirRows(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = prepared(database, CHAIN);
            database.execute("update users set address = 'Road, A city of a long name' where id in (5, 9)");

            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContainingAll("GW3076", "users", "id = 5: ", "id = 9: ")
                    .hasMessageNotContaining("id = 6");

            assertThat(cities(database)).containsExactly("City1", "City2", "City3", "City4");
            database.execute("update users set address = 'Road, Found' where id in (5, 9)");
            engine.migrate(Optional.empty());
            assertThat(cities(database)).hasSize(ROWS);
        }
    }

    /** Java code that computes what only some databases hold. */
    public static final class Odd implements Migration {
        static final String NUL = "\0";
        static final String FOUR_BYTES = "\uD83E\uDD86";

        @Override
        public void up(SchemaChanges schema) {
            schema.transform("users", "id").read("address").write("city").each((row, out) -> {
                String address = row.text("address").orElse("");
                out.set("city", address.equals("nul") ? NUL : address.equals("four") ? FOUR_BYTES : "City");
            });
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("the cities are overwritten");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void charactersThatAColumnCannotHoldAreNamedToo(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = prepared(database, Ledgers.of(Tables.class, Odd.class));
            switch (kind) {
                case POSTGRESQL -> {
                    database.execute("update users set address = 'nul' where id = 4");
                    assertRefused(engine, "id = 4: ");
                }
                case MARIADB, MYSQL -> {
                    database.execute(
                            "alter table users modify city varchar(8) character set utf8mb3",
                            "update users set address = 'four' where id = 7");
                    assertRefused(engine, "id = 7: ");
                }
                case H2 -> {}
            }
            database.execute("update users set address = 'x'");
            engine.migrate(Optional.empty());
            assertThat(cities(database)).hasSize(ROWS).containsOnly("City");
        }
    }

    private static void assertRefused(Engine engine, String row) {
        assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                .isInstanceOf(EngineException.class)
                .hasMessageContainingAll("GW3076", "users", row);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aColumnThatIsDroppedLaterIsFilledBefore(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = prepared(database, Ledgers.of(Tables.class, City.class, DropCity.class));
            database.execute("update users set address = 'nowhere' where id = 8");
            assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3054");
            assertThat(cities(database)).hasSize(6);

            database.execute("update users set address = 'Road 8, Found' where id = 8");
            engine.migrate(Optional.empty());
            assertThatThrownBy(() -> cities(database)).isInstanceOf(SQLException.class);

            engine.rollback(RollbackTarget.steps(1));
            assertThat(cities(database)).hasSize(ROWS).contains("Found");
        }
    }

    static final class Users extends TableHandle<Users> {
        final ColumnHandle<Users, Long> id = key("id", Long.class);
        final ColumnHandle<Users, String> address = column("address", String.class);

        Users() {
            super("users");
        }
    }

    static final class Seen extends TableHandle<Seen> {
        final ColumnHandle<Seen, String> city = column("city", String.class);

        Seen() {
            super("seen");
        }
    }

    public static final class SeenTable implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable("seen", t -> t.column("city", varchar(20)));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("seen");
        }
    }

    /** Writes to no row that it reads. */
    public static final class Collect implements Migration {
        private final Users users = new Users();
        private final Seen seen = new Seen();

        @Override
        public void up(SchemaChanges schema) {
            schema.transform(users)
                    .read(users.address)
                    .insert(seen, List.of(seen.city))
                    .each((row, out) -> out.insert(seen)
                            .set(seen.city, row.get(users.address).orElseThrow().split(", ")[1]));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("rows that were there before cannot be told from these");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsOfOtherTablesAreNotLeftBehindByARollbackFromTheMiddle(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            MigrationSource chain = Ledgers.of(Tables.class, SeenTable.class, Collect.class);
            Engine engine = prepared(database, chain);
            database.execute("update users set address = 'nowhere' where id = 8");
            assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3054");
            assertThat(Rows.of(database, "select count(*) from seen")).containsExactly("6");

            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("GW3058");

            database.execute("update users set address = 'Road 8, Found' where id = 8");
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select city from seen")).hasSize(ROWS).doesNotHaveDuplicates();
        }
    }

    /** Adds to what is there, so that a row worked on twice shows. */
    public static final class Raise implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            add(schema, 1);
        }

        @Override
        public void down(SchemaChanges schema) {
            add(schema, -1);
        }

        private static void add(SchemaChanges schema, int more) {
            schema.dropForGood()
                    .transform("users", "id")
                    .read("address", "city")
                    .write("city")
                    .each((row, out) -> {
                        if (row.text("address").orElseThrow().equals("nowhere")) {
                            throw new IllegalStateException("no address");
                        }
                        out.set("city", "" + (Integer.parseInt(row.text("city").orElse("0")) + more));
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void noRowIsWorkedOnTwiceForthOrBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = prepared(database, Ledgers.of(Tables.class, Raise.class));
            database.execute("update users set address = 'nowhere' where id = 8");
            assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3054");
            database.execute("update users set address = '' where id = 8");
            engine.migrate(Optional.empty());
            assertThat(cities(database)).hasSize(ROWS).containsOnly("1");

            database.execute("update users set address = 'nowhere' where id = 8");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1))).hasMessageStartingWith("GW3054");
            database.execute("update users set address = '' where id = 8");
            engine.rollback(RollbackTarget.steps(1));
            assertThat(cities(database)).hasSize(ROWS).containsOnly("0");
        }
    }
}
