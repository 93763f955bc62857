package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the way of a migration in phases is refused with a code, or done; no trigger and no column is left behind. */
class BadInputInPhasesTest {

    static List<DatabaseKind> databases() {
        return InPhases.databases();
    }

    public static final class RenameName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("email", varchar(80)).renameColumn("name", "full_name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").renameColumn("full_name", "name").dropColumn("email");
        }
    }

    private static final MigrationSource RENAMED = InPhases.then(RenameName.class);

    private static void isAsBefore(TestDatabase database, String... triggers) throws SQLException {
        assertThat(Rows.columns(database, "customers")).containsExactlyInAnyOrder("id", "name", "nickname");
        assertThat(InPhases.triggers(database)).containsExactlyInAnyOrder(triggers);
        assertThat(InPhases.history(database)).containsExactly("applied");
        assertThat(Rows.of(database, "select id, name, nickname from customers order by id"))
                .containsExactly("1|Ada|A", "2|Cher|null");
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anExpandThatStoppedInTheMiddleCannotBeContractedAndIsTakenBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = InPhases.inUse(kind)) {
            Options crashing = InPhases.options(Phase.AUTO).withListener(event -> {
                if (event instanceof Event.Progress) {
                    throw new Crash();
                }
            });
            assertThatThrownBy(() -> Engine.of(RENAMED, ConnectionSource.of(database.dataSource()), crashing)
                            .migrate(Optional.empty()))
                    .isInstanceOf(Crash.class);
            assertThat(InPhases.triggers(database)).isNotEmpty();

            assertThatThrownBy(() ->
                            InPhases.engine(RENAMED, database, Phase.CONTRACT).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3140: 20260101000002 cannot be contracted");
            InPhases.engine(RENAMED, database).rollback(RollbackTarget.steps(1));
            isAsBefore(database);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTriggerOfSomebodyElseThatNamesTheColumnStays(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = InPhases.inUse(kind)) {
            if (kind == DatabaseKind.POSTGRESQL) {
                database.execute(
                        "create function f() returns trigger language plpgsql as"
                                + " 'begin new.name := trim(new.name); return new; end'",
                        "create trigger trim_it before insert on customers for each row execute function f()");
            } else {
                database.execute(
                        "create trigger trim_it before insert on customers for each row set new.name = trim(new.name)");
            }
            List<String> theirs = InPhases.triggers(database);
            assertThatThrownBy(() -> InPhases.engine(RENAMED, database).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3153: ")
                    .hasMessageContaining("trim_it");
            isAsBefore(database, theirs.toArray(String[]::new));
        }
    }

    /** The user of most applications on MariaDB. */
    @Test
    void aUserWhoMayNotCreateTriggersIsToldBeforeAnythingIsExecuted() throws SQLException {
        try (TestDatabase database = InPhases.inUse(DatabaseKind.MARIADB)) {
            String user = "untrusted_" + ProcessHandle.current().pid();
            database.execute(
                    "create user %s@localhost".formatted(user),
                    "grant select, insert, update, delete, create, alter, drop, index, references on *.* to %s@localhost"
                            .formatted(user));
            try {
                Engine engine = Engine.of(
                        RENAMED,
                        () -> DriverManager.getConnection(database.url(), user, ""),
                        InPhases.options(Phase.AUTO));
                assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3156: ");
                isAsBefore(database);
            } finally {
                database.execute("drop user %s@localhost".formatted(user));
            }
        }
    }

    public static final class Notes implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable("notes", t -> t.column("text", varchar(80)));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("notes");
        }
    }

    public static final class RenameText implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("notes").renameColumn("text", "body");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("notes").renameColumn("body", "text");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTableWithoutAKeyIsFilledAllTheSame(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            InPhases.engine(Ledgers.of(Notes.class), database).migrate(Optional.empty());
            database.execute("insert into notes (text) values ('a'), ('b'), ('b'), (null)");
            MigrationSource renamed = Ledgers.of(Notes.class, RenameText.class);

            InPhases.engine(renamed, database).migrate(Optional.empty());
            database.execute("insert into notes (text) values ('old')", "insert into notes (body) values ('new')");
            assertThat(Rows.of(database, "select text, body from notes where text is not null order by text"))
                    .containsExactly("a|a", "b|b", "b|b", "new|new", "old|old");
            InPhases.engine(renamed, database, Phase.CONTRACT).migrate(Optional.empty());

            assertThat(InPhases.triggers(database)).isEmpty();
            assertThat(Rows.columns(database, "notes")).containsExactly("body");
            InPhases.engine(renamed, database, Phase.EXPAND).rollback(RollbackTarget.steps(1));
            InPhases.engine(renamed, database, Phase.CONTRACT).rollback(RollbackTarget.steps(1));
            assertThat(InPhases.triggers(database)).isEmpty();
            assertThat(Rows.columns(database, "notes")).containsExactly("text");
        }
    }

    /** As long as PostgreSQL's longest. */
    private static String longName(String begin) {
        return begin + "_".repeat(62 - begin.length()) + "x";
    }

    private static final String TABLE = longName("customers");
    private static final String BEFORE = longName("name");
    private static final String AFTER = longName("full_name");

    public static final class Long implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    TABLE,
                    t -> t.column("id", bigint().notNull())
                            .column(BEFORE, varchar(80).notNull())
                            .primaryKey("id"));
            schema.table(TABLE).addIndex(longName("ix"), BEFORE);
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable(TABLE);
        }
    }

    public static final class RenameLong implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table(TABLE).renameColumn(BEFORE, AFTER);
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table(TABLE).renameColumn(AFTER, BEFORE);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void namesOfTheGreatestLengthGetShortOnesBesideThem(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            InPhases.engine(Ledgers.of(Long.class), database).migrate(Optional.empty());
            database.execute("insert into %s (id, %s) values (1, 'Ada')".formatted(TABLE, BEFORE));
            MigrationSource renamed = Ledgers.of(Long.class, RenameLong.class);

            InPhases.engine(renamed, database).migrate(Optional.empty());
            database.execute("insert into %s (id, %s) values (2, 'Bo')".formatted(TABLE, AFTER));
            assertThat(Rows.of(database, "select %s from %s order by id".formatted(BEFORE, TABLE)))
                    .containsExactly("Ada", "Bo");
            InPhases.engine(renamed, database, Phase.CONTRACT).migrate(Optional.empty());
            assertThat(InPhases.triggers(database)).isEmpty();
            assertThat(Rows.columns(database, TABLE)).containsExactlyInAnyOrder("id", AFTER);
            assertThat(InPhases.engine(renamed, database).drift().drift().differences())
                    .isEmpty();
        }
    }
}
