package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.date;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ColumnHandle;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.TableHandle;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that one database has and another one, or another column, cannot hold: named by table and key on every way. */
class BadValuesTest {

    private static final int ROWS = 9;
    private static final String FOUR_BYTES = "\uD83E\uDD86";

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Items implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "items",
                    t -> t.column("id", bigint().notNull())
                            .column("label", varchar(40))
                            .column("amount", numeric(12, 2))
                            .column("share", numeric(4, 2))
                            .column("born", date())
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("items");
        }
    }

    private static void prepare(TestDatabase database) throws SQLException {
        Quiet.engine(Ledgers.of(Items.class), database).migrate(Optional.empty());
        for (int id = 1; id <= ROWS; id++) {
            database.execute("insert into items (id, amount, born) values (%1$d, %1$d, '2026-01-01')".formatted(id));
        }
    }

    private static void assertRefused(Engine engine, String... said) {
        assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                .isInstanceOf(EngineException.class)
                .hasMessageContainingAll(said);
    }

    public static final class Share implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("items").backfill("share", "amount * 10");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aNumberThatABackfillMakesTooBigIsNamedAndTheRestIsDone(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            prepare(database);
            database.execute("update items set amount = 4711 where id in (4, 6)");
            Engine engine = Quiet.engine(Ledgers.of(Items.class, Share.class), database);

            assertRefused(engine, "GW3076", "items", "id = 4: ", "id = 6: ");

            assertThat(Rows.of(database, "select id from items where share is not null order by id"))
                    .containsExactly("1", "2", "3");
            database.execute("update items set amount = 1 where id in (4, 6)");
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select count(*) from items where share = amount * 10"))
                    .containsExactly("" + ROWS);
        }
    }

    /** By an expression of the product. */
    public static final class Odd implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("items")
                    .backfill(
                            "label",
                            "case when amount > 4000 then concat(chr(cast(amount - 4711 as integer)), '') end");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @Test
    void aNulThatABackfillMakesOnPostgresqlIsNamed() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            prepare(database);
            database.execute("update items set amount = 4711 where id = 5");
            assertRefused(Quiet.engine(Ledgers.of(Items.class, Odd.class), database), "GW3076", "items", "id = 5: ");
        }
    }

    public static final class FourBytes implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("items").backfill("label", "if(amount > 4000, convert(x'F09FA686' using utf8mb4), 'plain')");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @Test
    void aCharacterThatABackfillMakesTooWideIsNamed() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.MARIADB)) {
            prepare(database);
            database.execute(
                    "alter table items modify label varchar(40) character set utf8mb3",
                    "update items set amount = 4711 where id = 5");
            assertRefused(
                    Quiet.engine(Ledgers.of(Items.class, FourBytes.class), database), "GW3076", "items", "id = 5: ");
        }
    }

    /** Reads a date and takes NULL for an answer. */
    public static final class Born implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform("items", "id")
                    .read("born")
                    .write("label")
                    .each((row, out) -> out.set(
                            "label",
                            row.get("born", Object.class).map(born -> "known").orElse("unknown")));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("the labels are overwritten");
        }
    }

    @Test
    void aDateThatIsNoneIsNotTakenForNull() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.MARIADB)) {
            prepare(database);
            database.execute("update items set born = '0000-00-00' where id = 5");
            Engine engine = Quiet.engine(Ledgers.of(Items.class, Born.class), database);

            assertRefused(engine, "GW3076", "items", "id = 5: ", "0000-00-00");

            database.execute("update items set born = null where id = 5");
            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select id from items where label = 'unknown'"))
                    .containsExactly("5");
        }
    }

    private static void assertNotCopied(TestDatabase from, TestDatabase to, String... said) throws SQLException {
        Engine engine = Quiet.engine(Ledgers.of(Items.class), to);
        assertThatThrownBy(() -> engine.copy(ConnectionSource.of(from.dataSource()), false))
                .isInstanceOf(EngineException.class)
                .hasMessageContainingAll(said);
        from.execute("update items set label = 'corrected', born = '2026-01-01' where id = 5");
        assertThat(engine.copy(ConnectionSource.of(from.dataSource()), false).rows())
                .isEqualTo(ROWS);
    }

    private static void label(TestDatabase database, String label) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement("update items set label = ? where id = 5")) {
            update.setString(1, label);
            update.executeUpdate();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "H2"})
    void aNulIsNotCopiedToPostgresql(DatabaseKind kind) throws SQLException {
        try (TestDatabase from = Databases.fresh(kind);
                TestDatabase to = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            prepare(from);
            label(from, "a\0b");
            assertNotCopied(from, to, "GW3076", "items", "id = 5: ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2", "MARIADB"})
    void aDateThatIsNoneIsNotCopied(DatabaseKind kind) throws SQLException {
        try (TestDatabase from = Databases.fresh(DatabaseKind.MARIADB);
                TestDatabase to = Databases.fresh(kind)) {
            prepare(from);
            from.execute("update items set born = '0000-00-00' where id = 5");
            assertNotCopied(from, to, "GW3076", "items", "id = 5: ", "0000-00-00");
        }
    }

    @Test
    void aCharacterThatIsTooWideIsNotCopied() throws SQLException {
        try (TestDatabase from = Databases.fresh(DatabaseKind.POSTGRESQL);
                TestDatabase to = Databases.fresh(DatabaseKind.MARIADB)) {
            prepare(from);
            label(from, FOUR_BYTES);
            Quiet.engine(Ledgers.of(Items.class), to).migrate(Optional.empty());
            to.execute("alter table items modify label varchar(40) character set utf8mb3");
            assertNotCopied(from, to, "GW3076", "items", "id = 5: ");
        }
    }

    static final class ItemsTable extends TableHandle<ItemsTable> {
        final ColumnHandle<ItemsTable, Long> id = key("id", Long.class);
        final ColumnHandle<ItemsTable, String> label = column("label", String.class);

        ItemsTable() {
            super("items");
        }
    }

    public static final class Dropped implements Migration {
        private final ItemsTable items = new ItemsTable();

        @Override
        public void up(SchemaChanges schema) {
            schema.dropTable("items");
            schema.transform(items).read(items.id).write(items.label).each((row, out) -> out.set(items.label, "x"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("nothing is left");
        }
    }

    public static final class DroppedColumn implements Migration {
        private final ItemsTable items = new ItemsTable();

        @Override
        public void up(SchemaChanges schema) {
            schema.table("items").dropColumn("label");
            schema.transform(items).read(items.id).write(items.label).each((row, out) -> out.set(items.label, "x"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("nothing is left");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aHandleOfWhatTheMigrationHasJustDroppedIsRefusedBeforeAnythingIs(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            prepare(database);

            assertRefused(Quiet.engine(Ledgers.of(Items.class, Dropped.class), database), "GW30", "items");
            assertRefused(Quiet.engine(Ledgers.of(Items.class, DroppedColumn.class), database), "GW30", "label");

            assertThat(Rows.of(database, "select count(label), count(*) from items"))
                    .containsExactly("0|" + ROWS);
        }
    }
}
