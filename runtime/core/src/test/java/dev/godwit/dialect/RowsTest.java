package dev.godwit.dialect;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.namedEnum;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.schema.Schema;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the rows. */
class RowsTest {

    static List<DatabaseKind> kinds() {
        return Databases.kinds();
    }

    /** The rows of a query, once the changes have been made to the shop. */
    private static List<String> after(DatabaseKind kind, String query, Consumer<SchemaChanges> changes)
            throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Schema shop = Scenario.replay(Shop.changes(), Schema.EMPTY);
            PlanRun.run(dialect.plan(Shop.changes(), () -> Schema.EMPTY), connection, dialect);
            database.execute(Shop.rows().toArray(String[]::new));
            PlanRun.run(dialect.plan(Scenario.record(changes), () -> shop), connection, dialect);
            return rows(connection, query);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsGetTheValueOfANewColumn(DatabaseKind kind) throws SQLException {
        assertThat(after(
                        kind,
                        "select nick from customers order by id",
                        schema -> schema.table("customers")
                                .addColumn("nick", varchar(30).notNull(), "lower(name)")))
                .containsExactly("ann", "bob", "cid");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsWithoutAValueGetOne(DatabaseKind kind) throws SQLException {
        assertThat(after(kind, "select nick from customers order by id", schema -> {
                    schema.table("customers").addColumn("nick", varchar(30));
                    schema.sql("update customers set nick = 'Robert' where name = 'Bob'")
                            .noSchemaEffect();
                    schema.table("customers").backfill("nick", "lower(name)");
                }))
                .containsExactly("ann", "Robert", "cid");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsGetALiteralThatLaterRowsDoNot(DatabaseKind kind) throws SQLException {
        assertThat(after(kind, "select nick from customers order by id", schema -> {
                    schema.table("customers").addColumn("nick", varchar(30).defaultValue("new"), "'old'");
                    schema.sql("insert into customers (name, standing) values ('Dan', 0)")
                            .noSchemaEffect();
                }))
                .containsExactly("old", "old", "old", "new");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesAreConverted(DatabaseKind kind) throws SQLException {
        assertThat(after(
                        kind,
                        "select code from customers order by id",
                        schema -> schema.table("customers")
                                .alterColumn(
                                        "code",
                                        varchar(20).notNull().defaultValue("none"),
                                        integer().notNull(),
                                        "cast(code as decimal(10)) + 1")))
                .containsExactly("18", "19", "20");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesOfAnEnumStayWhenOthersCome(DatabaseKind kind) throws SQLException {
        assertThat(after(
                        kind,
                        "select tier from customers order by id",
                        schema -> schema.table("customers")
                                .alterColumn(
                                        "tier", enumOf("GOLD", "SILVER"), enumOf("BRONZE", "GOLD", "SILVER", "TIN"))))
                .containsExactly("GOLD", "SILVER", null);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesOfANamedEnumStayWhenUnusedOnesGo(DatabaseKind kind) throws SQLException {
        assertThat(after(kind, "select mood from customers order by id", schema -> {
                    schema.table("customers").addColumn("mood", namedEnum("Mood", "BAD", "GOOD", "OK"), "'GOOD'");
                    schema.table("customers")
                            .alterColumn(
                                    "mood", namedEnum("Mood", "BAD", "GOOD", "OK"), namedEnum("Mood", "GOOD", "OK"));
                }))
                .containsExactly("GOOD", "GOOD", "GOOD");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdentityGoesOnAboveWhatIsThere(DatabaseKind kind) throws SQLException {
        assertThat(after(kind, "select max(id) from orders", schema -> {
                    schema.table("orders").dropForeignKey("fk_orders_parent");
                    schema.table("orders")
                            .alterColumn(
                                    "id",
                                    integer().notNull(),
                                    bigint().notNull().identity());
                    schema.sql(
                                    "insert into orders (customer_id, placed, paid) values (1, timestamp '2026-01-02 03:04:05', false)")
                            .noSchemaEffect();
                }))
                .containsExactly("3");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRenamedSequenceGoesOnWhereItStood(DatabaseKind kind) throws SQLException {
        String next = switch (kind) {
            case POSTGRESQL -> "select nextval('%s')";
            case MARIADB, H2 -> "select next value for %s";
            case MYSQL -> "select next_val + 50 from %s";
        };
        assertThat(after(kind, next.formatted("order_numbers"), schema -> {
                    schema.sql(next.formatted("orders_seq")).idempotent().noSchemaEffect();
                    schema.renameSequence("orders_seq", "order_numbers");
                }))
                .isIn(List.of("51"), List.of("101"));
    }
}
