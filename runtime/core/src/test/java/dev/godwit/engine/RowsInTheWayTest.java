package dev.godwit.engine;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.retain.Retaining;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that came, went and changed meanwhile are found before a rollback executes anything. */
class RowsInTheWayTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private static void createBooks(SchemaChanges schema) {
        schema.createTable(
                "books",
                t -> t.column("id", bigint().notNull())
                        .column("isbn", varchar(20).notNull())
                        .column("shelf", varchar(20).notNull())
                        .column("author_id", bigint())
                        .primaryKey("id")
                        .unique(key("isbn").named("uk_isbn"))
                        .check(check("shelf <> ''").named("ck_shelf")));
        schema.table("books").addForeignKey("fk_author", foreignKey("author_id").references("authors", "id"));
    }

    public static final class Library implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "authors", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            createBooks(schema);
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("books");
            schema.dropTable("authors");
        }
    }

    public static final class NoShelf implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("books")
                    .dropCheck(check("shelf <> ''").named("ck_shelf"))
                    .dropColumn("shelf");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("books")
                    .addColumn("shelf", varchar(20).notNull())
                    .addCheck(check("shelf <> ''").named("ck_shelf"));
        }
    }

    public static final class NoKeys implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("books")
                    .dropCheck(check("shelf <> ''").named("ck_shelf"))
                    .dropUnique(key("isbn").named("uk_isbn"))
                    .dropForeignKey("fk_author");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("books")
                    .addForeignKey("fk_author", foreignKey("author_id").references("authors", "id"))
                    .addUnique(key("isbn").named("uk_isbn"))
                    .addCheck(check("shelf <> ''").named("ck_shelf"));
        }
    }

    public static final class NoShelfOfVolumes implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("books").dropCheck(check("shelf <> ''").named("ck_shelf"));
            schema.renameTable("books", "volumes");
            schema.table("volumes").dropColumn("shelf");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("volumes").addColumn("shelf", varchar(20).notNull(), "''");
            schema.renameTable("volumes", "books");
            schema.table("books").addCheck(check("shelf <> ''").named("ck_shelf"));
        }
    }

    public static final class NoBooks implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.dropTable("books");
        }

        @Override
        public void down(SchemaChanges schema) {
            createBooks(schema);
        }
    }

    private static Engine engine(TestDatabase database, Class<? extends Migration> second) throws SQLException {
        Engine engine = Quiet.engine(Ledgers.of(Library.class, second), database);
        engine.migrate(Optional.of(Ledgers.version(1).text()));
        database.execute(
                "insert into authors (id) values (1), (2)",
                "insert into books (id, isbn, shelf, author_id) values (1, 'a', 'x', 1), (2, 'b', 'y', 2)");
        engine.migrate(Optional.empty());
        return engine;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRowWithoutAValueThatMustHaveOne(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database, NoShelf.class);
            database.execute("insert into books (id, isbn) values (77, 'new')");

            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageStartingWith("GW3107: Column books.shelf")
                    .message()
                    .containsIgnoringCase("\n  id = 77")
                    .doesNotContain("= 1");
            assertThat(engine.status().migrations().get(1).state().name()).isEqualTo("APPLIED");

            database.execute("delete from books where id = 77");
            engine.rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, "select shelf from books order by id")).containsExactly("x", "y");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void twoRowsWithOneKey(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database, NoKeys.class);
            database.execute("insert into books (id, isbn, shelf) values (3, 'b', 'z')");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageStartingWith("GW3112")
                    .message()
                    .containsIgnoringCase("isbn = b, times = 2");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRowThatDoesNotFulfilACheck(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database, NoKeys.class);
            database.execute("insert into books (id, isbn, shelf) values (3, 'c', '')");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageStartingWith("GW3114")
                    .message()
                    .containsIgnoringCase("\n  id = 3");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRowThatIsGivenAValueThatDoesNotFulfilACheckOfTheRenamedTable(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database, NoShelfOfVolumes.class);
            database.execute("insert into volumes (id, isbn) values (3, 'c')");
            assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                    .hasMessageStartingWith("GW3114")
                    .message()
                    .containsIgnoringCase("\n  id = 3");
            assertThat(engine.status().migrations().get(1).state().name()).isEqualTo("APPLIED");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRowWhoseParentIsGone(DatabaseKind kind) throws SQLException {
        for (Class<? extends Migration> second : List.of(NoKeys.class, NoBooks.class)) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine engine = engine(database, second);
                database.execute("delete from authors where id = 2");
                assertThatThrownBy(() -> engine.rollback(RollbackTarget.steps(1)))
                        .hasMessageStartingWith("GW3113")
                        .message()
                        .containsIgnoringCase("\n  id = 2");

                if (kind == DatabaseKind.POSTGRESQL) {
                    Options options = Quiet.OPTIONS.withRetaining(Retaining.DEFAULT.withUnvalidated(true));
                    Engine.of(Ledgers.of(Library.class, second), ConnectionSource.of(database.dataSource()), options)
                            .rollback(RollbackTarget.steps(1));
                    assertThat(Rows.of(database, "select id from books order by id"))
                            .containsExactly("1", "2");
                    assertThatThrownBy(() -> database.execute(
                                    "insert into books (id, isbn, shelf, author_id) values (9, 'q', 'q', 9)"))
                            .as("holds for new rows")
                            .isInstanceOf(SQLException.class);
                }
            }
        }
    }
}
