package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.blob;
import static dev.godwit.Types.clob;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.ColumnHandle;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.TableHandle;
import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java code sees what a large object holds, wherever a database keeps it. */
class LargeRowsTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    static final class Pages extends TableHandle<Pages> {
        final ColumnHandle<Pages, Long> id = key("id", Long.class);
        final ColumnHandle<Pages, String> body = column("body", String.class);
        final ColumnHandle<Pages, byte[]> image = column("image", byte[].class);
        final ColumnHandle<Pages, String> start = column("start_of_body", String.class);

        Pages() {
            super("pages");
        }
    }

    private static final Pages PAGES = new Pages();
    private static final String TEXT = "a long text, gr\u00fc\u00df dich \uD83E\uDD86";

    public static final class Table implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "pages",
                    t -> t.column("id", bigint().notNull())
                            .column("body", clob(1_000_000))
                            .column("image", blob(1_000_000))
                            .column("start_of_body", varchar(200))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("pages");
        }
    }

    /** Fills them. */
    public static final class Write implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform(PAGES)
                    .write(List.of(PAGES.body, PAGES.image))
                    .each((row, out) -> out.set(PAGES.body, TEXT).set(PAGES.image, new byte[] {0, 1, -1}));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("they were empty");
        }
    }

    /** Reads them. */
    public static final class Read implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.transform(PAGES)
                    .read(List.of(PAGES.body, PAGES.image))
                    .write(PAGES.start)
                    .each((row, out) -> out.set(
                            PAGES.start,
                            row.get(PAGES.body).orElseThrow()
                                    + row.get(PAGES.image).orElseThrow().length));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("it was empty");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areReadAndWritten(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Quiet.engine(Ledgers.of(Table.class), database).migrate(Optional.empty());
            database.execute("insert into pages (id) values (1)");

            Quiet.engine(Ledgers.of(Table.class, Write.class, Read.class), database)
                    .migrate(Optional.empty());

            assertThat(Rows.of(database, "select start_of_body from pages")).containsExactly(TEXT + "3");
            if (kind == DatabaseKind.POSTGRESQL) {
                assertThat(Rows.of(database, "select convert_from(lo_get(body), 'UTF8') from pages"))
                        .containsExactly(TEXT);
            }
        }
    }
}
