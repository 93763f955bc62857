package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.report.PlannedStep;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.plan.KeptNames;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the way of keeping rows and of putting them back: said by a code, with nothing half done. */
class RetainRefusalsTest {

    private static final Pattern RESERVED = Pattern.compile(KeptNames.PREFIX + "[a-z0-9_]+");

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Users implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("nick", varchar(20))
                            .column("points", numeric(12, 4))
                            .primaryKey("id"));
            schema.createTable("logs", t -> t.column("line", varchar(20)));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("users");
            schema.dropTable("logs");
        }
    }

    public static final class DropsColumn implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").dropColumn("nick");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").addColumn("nick", varchar(20));
        }
    }

    public static final class DropsTable implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.dropTable("users");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.createTable(
                    "users",
                    t -> t.column("id", bigint().notNull())
                            .column("nick", varchar(20))
                            .column("points", numeric(12, 4))
                            .primaryKey("id"));
        }
    }

    public static final class Narrows implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("users").alterColumn("points", numeric(12, 4), numeric(12, 2));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("users").alterColumn("points", numeric(12, 2), numeric(12, 4));
        }
    }

    public static final class BacksUp implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.backup("users");
            schema.sql("update users set nick = 'x'").noSchemaEffect().idempotent();
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    public static final class BacksUpLogs implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.backup("logs");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    /** Fails, once the backup has rows that the table no longer takes. */
    public static final class NoLongerFits implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.backup("users");
            schema.sql("delete from users").noSchemaEffect().idempotent();
            schema.transform("users", "id").read("nick").write("nick").each((row, out) -> {});
            schema.verify("there are users", "select 1");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("of what was deleted");
        }
    }

    public static final class Counted implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "counted",
                    t -> t.column("id", integer().notNull().identity()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("counted");
        }
    }

    public static final class NoCount implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("counted").dropPrimaryKey().dropColumn("id");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.noWayBack("the numbers");
        }
    }

    private static Engine filled(TestDatabase database, Class<? extends Migration> second) throws SQLException {
        Engine engine = Quiet.engine(Ledgers.of(Users.class, second), database);
        engine.migrate(Optional.of(Ledgers.version(1).text()));
        database.execute(
                "insert into users (id, nick, points) values (1, 'a', 1.2345), (2, 'b', 2)",
                "insert into logs (line) values ('l')");
        return engine;
    }

    private static List<String> state(TestDatabase database) throws SQLException {
        List<String> state = new ArrayList<>(Rows.tables(database));
        state.addAll(Rows.of(database, "select id, nick, points from users order by id"));
        state.addAll(Rows.of(database, "select version, state from godwit_history order by version"));
        state.addAll(Rows.of(database, "select name, state from godwit_retained order by name"));
        return state;
    }

    private static String reserved(Engine engine) {
        return engine.plan(Optional.empty()).migrations().get(0).steps().stream()
                .map(PlannedStep::sql)
                .map(RESERVED::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aReservedNameThatIsTaken(DatabaseKind kind) throws SQLException {
        for (Class<? extends Migration> second :
                List.of(DropsColumn.class, DropsTable.class, Narrows.class, BacksUp.class)) {
            try (TestDatabase database = Databases.fresh(kind)) {
                Engine engine = filled(database, second);
                String name = reserved(engine);
                boolean column = second == DropsColumn.class;
                database.execute(
                        column
                                ? "alter table users add column " + name + " varchar(9)"
                                : "create table " + name + " (a varchar(9))");
                List<String> before = state(database);
                assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                        .as(second.getSimpleName())
                        .hasMessageStartingWith("GW3131")
                        .hasMessageContaining(name);
                assertThat(state(database)).isEqualTo(before);
                database.execute(column ? "alter table users drop column " + name : "drop table " + name);
                assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aBackupOfATableWithoutAKey(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = filled(database, BacksUpLogs.class);
            List<String> before = state(database);
            assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3109");
            assertThat(state(database)).isEqualTo(before);
        }
    }

    /** Somebody forbids, while the migration is under way, what the backup has. */
    @ParameterizedTest
    @MethodSource("databases")
    void aBackupThatNoLongerFits(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine quiet = filled(database, NoLongerFits.class);
            boolean[] forbidden = {false};
            Engine engine = Engine.of(
                    Ledgers.of(Users.class, NoLongerFits.class),
                    ConnectionSource.of(database.dataSource()),
                    Quiet.OPTIONS.withListener(event -> {
                        if (event instanceof Event.Progress && !forbidden[0]) {
                            forbidden[0] = true;
                            forbid(database);
                        }
                    }));
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3136")
                    .hasMessageContaining("The backups are kept");
            assertThat(quiet.retained()).isNotEmpty();
            database.execute("alter table users drop constraint nobody");
            quiet.rollback(RollbackTarget.to(Ledgers.version(1).text()));
            assertThat(Rows.of(database, "select id, nick from users order by id"))
                    .containsExactly("1|a", "2|b");
        }
    }

    private static void forbid(TestDatabase database) {
        try {
            database.execute("alter table users add constraint nobody check (nick <> 'b')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void anIdentityColumnThatHasToBeAKey(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(Counted.class, NoCount.class), database);
            engine.migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into counted () values ()");
            assertThatThrownBy(() -> engine.migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3108")
                    .hasMessageContaining("dropForGood()");
            assertThat(Rows.of(database, "select id from counted")).containsExactly("1");
        }
    }
}
