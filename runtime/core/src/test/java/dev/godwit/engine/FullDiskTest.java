package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.Types;
import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import dev.godwit.testing.TinyDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full in the middle of a migration. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    @TempDir
    Path directory;

    public static final class Fills implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("note", Types.varchar(20));
            schema.sql("insert into copies select a.id * 1000 + b.id, a.name from customers a, customers b")
                    .noSchemaEffect()
                    .doneWhen("select count(*) > 0 from copies");
            schema.table("customers").addColumn("remark", Types.varchar(20));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("remark").dropColumn("note");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "H2"})
    void aRerunGoesOnWhenThereIsRoom(DatabaseKind kind) throws Exception {
        Path place = Files.createDirectory(directory.resolve("tiny"));
        try (TinyDisk disk = TinyDisk.over(place, kind == DatabaseKind.H2 ? 4 : 16);
                TestDatabase database = on(kind, place)) {
            Engine engine = Quiet.engine(Ledgers.of(Shop.Customers.class, Fills.class), database);
            engine.migrate(Optional.of(Ledgers.version(1).text()));
            database.execute(copies(kind, place), "insert into customers (id, name) values " + rows(400));

            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3008: The database has no room left")
                    .hasMessageContaining("Make room and run again");

            disk.grow(400);
            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(1);
            assertThat(Rows.of(database, "select count(*) from copies")).containsExactly("160000");
            assertThat(engine.status().isUpToDate()).isTrue();
        }
    }

    private static TestDatabase on(DatabaseKind kind, Path place) throws SQLException {
        if (kind == DatabaseKind.H2) {
            String url = "jdbc:h2:file:" + place.resolve("db");
            return new TestDatabase(kind, url, "sa", "", url, "shutdown immediately");
        }
        TestDatabase database = Databases.fresh(kind);
        if (kind == DatabaseKind.POSTGRESQL) {
            database.execute("create tablespace tiny location '%s'".formatted(place));
        }
        return database;
    }

    private static String copies(DatabaseKind kind, Path place) {
        String where = switch (kind) {
            case POSTGRESQL -> " tablespace tiny";
            case MARIADB, MYSQL -> " data directory = '%s'".formatted(place);
            case H2 -> "";
        };
        return "create table copies (id int not null primary key, name varchar(80))" + where;
    }

    private static String rows(int number) {
        String name = "x".repeat(80);
        return IntStream.rangeClosed(1, number)
                .mapToObj(id -> "(%d, '%s')".formatted(id, name))
                .collect(Collectors.joining(", "));
    }
}
