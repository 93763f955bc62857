package dev.godwit.engine;

import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.CsvRows;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.recording.Recording;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file beside a migration, in which its code looks things up. */
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

    public static final class Names implements Migration {
        private final Map<String, CsvRows.Row> known = CsvRows.of(Names.class, "countries.csv").rows().stream()
                .collect(Collectors.toMap(row -> row.text("code").orElseThrow(), Function.identity()));

        @Override
        public void up(SchemaChanges schema) {
            schema.transform("countries", "code")
                    .read("code")
                    .write("name", "population")
                    .each((row, out) -> {
                        CsvRows.Row country = known.get(row.text("code").orElseThrow());
                        country.text("name").ifPresent(name -> out.set("name", name));
                        country.text("population").map(Integer::valueOf).ifPresent(n -> out.set("population", n));
                    });
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("there were no names");
        }
    }

    public static final class Unreadable implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            CsvRows.of(Unreadable.class, "countries-wrong.csv");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsAreLookedUpInAFile(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Ledgers.of(Countries.class), database).migrate(Optional.empty());
            database.execute("insert into countries (code) values ('XK'), ('DE'), ('FR')");

            Quiet.engine(Ledgers.of(Countries.class, Names.class), database).migrate(Optional.empty());

            assertThat(Rows.of(database, "select code, name, population from countries order by code"))
                    .containsExactly("DE|Germany|83500000", "FR|France, \"la belle\"|null", "XK|null|1800000");
        }
    }

    @Test
    void aFileThatIsNoCsvIsSaidByTheMigrationWithItsLine() {
        assertThatThrownBy(() -> Recording.of(new Unreadable()))
                .hasMessageStartingWith("GW2102: Unreadable.up cannot be recorded: ")
                .hasMessageContaining("GW2104: countries-wrong.csv, line 2: there are 2 values, and 3 columns");
    }
}
