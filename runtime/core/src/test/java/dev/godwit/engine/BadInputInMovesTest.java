package dev.godwit.engine;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the way of values that move between tables is refused with a code before anything is executed. */
class BadInputInMovesTest {

    public static final class Tables implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "people",
                    t -> t.column("id", bigint().notNull())
                            .column("bio", varchar(80))
                            .primaryKey("id"));
            schema.createTable(
                    "profiles",
                    t -> t.column("person_id", bigint().notNull())
                            .primaryKey("person_id")
                            .foreignKey(
                                    "fk_profiles_person",
                                    foreignKey("person_id").references("people", "id")));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("profiles");
            schema.dropTable("people");
        }
    }

    public static final class MoveBio implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("profiles").addColumn("bio", varchar(80));
            schema.moveValues(
                    "people",
                    "profiles",
                    v -> v.join("id", "person_id").column("bio").newRows());
            schema.table("people").dropColumn("bio");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("bio", varchar(80));
            schema.moveValues(
                    "profiles", "people", v -> v.join("person_id", "id").column("bio"));
            schema.table("profiles").dropColumn("bio");
        }
    }

    private static final MigrationSource MOVED = Ledgers.of(Tables.class, MoveBio.class);

    private static TestDatabase inUse(DatabaseKind kind) throws SQLException {
        TestDatabase database = Databases.fresh(kind);
        InPhases.engine(Ledgers.of(Tables.class), database).migrate(Optional.empty());
        database.execute(
                "insert into people (id, bio) values (1, 'A'), (2, 'B')",
                "insert into profiles (person_id) values (1)");
        return database;
    }

    private static void assertAsBefore(TestDatabase database, List<String> triggers) throws SQLException {
        assertThat(Rows.columns(database, "people")).containsExactlyInAnyOrder("id", "bio");
        assertThat(Rows.columns(database, "profiles")).containsExactly("person_id");
        assertThat(InPhases.triggers(database)).containsExactlyInAnyOrderElementsOf(triggers);
        assertThat(InPhases.history(database)).containsExactly("applied");
        assertThat(Rows.of(database, "select id, bio from people order by id")).containsExactly("1|A", "2|B");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aTriggerOfSomebodyElseThatNamesTheValueStays(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            if (kind == DatabaseKind.POSTGRESQL) {
                database.execute(
                        "create function f() returns trigger language plpgsql as"
                                + " 'begin new.bio := trim(new.bio); return new; end'",
                        "create trigger trim_it before insert on people for each row execute function f()");
            } else {
                database.execute(
                        "create trigger trim_it before insert on people for each row set new.bio = trim(new.bio)");
            }
            List<String> theirs = InPhases.triggers(database);
            assertThatThrownBy(() -> InPhases.engine(MOVED, database).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3153: ")
                    .hasMessageContaining("trim_it");
            assertAsBefore(database, theirs);
        }
    }

    /** On PostgreSQL a user who may not create functions beside a table may not keep Godwit's own tables there either. */
    @Test
    void aUserWhoMayNotCreateTriggersIsToldBeforeAnythingIsExecuted() throws SQLException {
        try (TestDatabase database = inUse(DatabaseKind.MARIADB)) {
            String user = "mover_" + ProcessHandle.current().pid();
            database.execute(
                    "create user %s@localhost".formatted(user),
                    "grant select, insert, update, delete, create, alter, drop, index, references on *.* to %s@localhost"
                            .formatted(user));
            try {
                Engine engine = Engine.of(
                        MOVED,
                        () -> DriverManager.getConnection(database.url(), user, ""),
                        InPhases.options(Phase.AUTO));
                assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3156: ");
                assertAsBefore(database, List.of());
            } finally {
                database.execute("drop user %s@localhost".formatted(user));
            }
        }
    }
}
