package dev.godwit.engine;

import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.CsvRows;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that a migration brings along in a file. */
class CsvMigrationTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Countries implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "countries",
                    t -> t.column("code", varchar(2).notNull())
                            .column("name", varchar(40))
                            .column("population", integer())
                            .primaryKey("code"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("countries");
        }
    }

    public static final class Known implements Migration {
        private final CsvRows file = CsvRows.of(Known.class, "countries.csv");

        @Override
        public void up(SchemaChanges schema) {
            schema.rows("countries", rows -> rows.key("code").insertAll(file));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.rows("countries", rows -> rows.key("code").deleteAll(file));
        }
    }

    public static final class Wrong implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.rows(
                    "countries", rows -> rows.key("code").insertAll(CsvRows.of(Wrong.class, "countries-wrong.csv")));
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @MethodSource("databases")
    void comeAndGoWithIt(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Countries.class, Known.class), database);

            engine.migrate(Optional.empty());
            assertThat(Rows.of(database, "select code, name, population from countries order by code"))
                    .containsExactly("DE|Germany|83500000", "FR|France, \"la belle\"|null", "XK|null|1800000");

            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select count(*) from countries")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aValueThatIsNoneOfItsColumnIsRefusedBeforeAnythingRuns(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Countries.class, Wrong.class), database);

            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageContainingAll("countries.population", "'many' is not a whole number");

            assertThat(Rows.of(database, "select count(*) from countries")).containsExactly("0");
        }
    }
}
