package dev.godwit.engine;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ColumnSpec;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key gets another type, and what refers to it; whoever carries it out dies at any event, and another one goes on. */
class TypesInterruptedTest {

    private static final int EVERY = Integer.getInteger("godwit.every", 30);

    public static final class People implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "people",
                    t -> t.column("id", integer().notNull().identity()).primaryKey("id"));
            schema.createTable(
                    "pets",
                    t -> t.column("id", bigint().notNull())
                            .column("owner_id", integer().notNull())
                            .primaryKey("id")
                            .index("ix_pets_owner", "owner_id")
                            .foreignKey(
                                    "fk_pets_owner",
                                    foreignKey("owner_id")
                                            .references("people", "id")
                                            .onDelete(CASCADE)));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("pets");
            schema.dropTable("people");
        }
    }

    public static final class Widen implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            alter(schema, integer(), bigint());
        }

        @Override
        public void down(SchemaChanges schema) {
            alter(schema, bigint(), integer());
        }

        private static void alter(SchemaChanges schema, ColumnSpec from, ColumnSpec to) {
            schema.table("pets").dropForeignKey("fk_pets_owner");
            schema.table("people")
                    .alterColumn("id", from.notNull().identity(), to.notNull().identity());
            schema.table("pets")
                    .alterColumn("owner_id", from.notNull(), to.notNull())
                    .addForeignKey(
                            "fk_pets_owner",
                            foreignKey("owner_id").references("people", "id").onDelete(CASCADE));
        }
    }

    private static final MigrationSource RELEASE = Ledgers.of(People.class, Widen.class);

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private enum Doing {
        EXPAND(Phase.AUTO, true),
        CONTRACT(Phase.CONTRACT, true),
        ALL(Phase.ALL, true),
        ROLLBACK(Phase.AUTO, false),
        ROLLBACK_EXPAND(Phase.EXPAND, false),
        ROLLBACK_CONTRACT(Phase.CONTRACT, false);

        private final Phase phase;
        private final boolean forth;

        Doing(Phase phase, boolean forth) {
            this.phase = phase;
            this.forth = forth;
        }

        void on(TestDatabase database, Listener listener) {
            Engine engine = engine(database, phase, listener);
            if (forth) {
                engine.migrate(Optional.empty());
            } else {
                engine.rollback(RollbackTarget.steps(1));
            }
        }

        /** Whether it was stopped at the event of this number, from 1. */
        boolean stopsOn(TestDatabase database, int event) {
            int[] left = {event};
            try {
                on(database, heard -> {
                    left[0]--;
                    if (left[0] == 0) {
                        throw new Crash();
                    }
                });
                return false;
            } catch (Crash e) {
                return true;
            }
        }
    }

    private static Engine engine(TestDatabase database, Phase phase, Listener listener) {
        return Engine.of(
                RELEASE,
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withPhase(phase).withListener(listener));
    }

    private static void stoppedAnywhere(
            DatabaseKind kind, List<Doing> before, Doing stopped, Doing next, Consumer<TestDatabase> end)
            throws SQLException {
        long seed = System.nanoTime();
        try (Scratch scratch = new Scratch(kind)) {
            boolean more = true;
            for (int event = 1 + new Random(seed).nextInt(EVERY); more; event += EVERY) {
                TestDatabase database = scratch.next();
                Engine.of(Ledgers.of(People.class), ConnectionSource.of(database.dataSource()), Quiet.OPTIONS)
                        .migrate(Optional.empty());
                database.execute("insert into people (id) values (1), (2)", "insert into pets values (1, 1), (2, 2)");
                before.forEach(doing -> doing.on(database, heard -> {}));
                more = stopped.stopsOn(database, event);
                if (next.forth || state(database) != MigrationState.UNAPPLIED) {
                    next.on(database, heard -> {});
                }
                try {
                    end.accept(database);
                } catch (AssertionError e) {
                    throw new AssertionError("%s stopped at event %d (seed %d)".formatted(stopped, event, seed), e);
                }
            }
        }
    }

    private static MigrationState state(TestDatabase database) {
        MigrationState state = engine(database, Phase.AUTO, heard -> {})
                .status()
                .migrations()
                .get(1)
                .state();
        return state == MigrationState.FAILED ? MigrationState.UNAPPLIED : state;
    }

    private static void requireTypes(TestDatabase database, String type) {
        try {
            assertThat(Rows.of(
                            database,
                            "select table_name, data_type from information_schema.columns where column_name in ('id', 'owner_id')"
                                    + " and table_name in ('people', 'pets') and not (table_name = 'pets' and column_name = 'id')"
                                    + " order by table_name"))
                    .containsExactly("people|" + type, "pets|" + type);
            database.execute("insert into people (id) values (3)", "insert into pets (id, owner_id) values (3, 3)");
            assertThatThrownBy(() -> database.execute("insert into pets (id, owner_id) values (4, 99)"))
                    .hasMessageContaining("fk_pets_owner");
            database.execute("delete from people where id = 3");
            assertThat(Rows.of(database, "select id, owner_id from pets order by id"))
                    .containsExactly("1|1", "2|2");
            assertThat(engine(database, Phase.AUTO, heard -> {}).drift().drift().differences())
                    .isEmpty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void wide(TestDatabase database) {
        requireTypes(database, "bigint");
    }

    private static void narrow(TestDatabase database) {
        requireTypes(database, database.kind() == DatabaseKind.POSTGRESQL ? "integer" : "int");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anExpandIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(), Doing.EXPAND, Doing.EXPAND, TypesInterruptedTest::wide);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anExpandIsTakenBack(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(), Doing.EXPAND, Doing.ROLLBACK, TypesInterruptedTest::narrow);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aWayBackFromBetweenIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), Doing.ROLLBACK, Doing.ROLLBACK, TypesInterruptedTest::narrow);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aContractIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.EXPAND), Doing.CONTRACT, Doing.ALL, TypesInterruptedTest::wide);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aRollbackThatExpandsIsTakenBack(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(kind, List.of(Doing.ALL), Doing.ROLLBACK_EXPAND, Doing.ALL, TypesInterruptedTest::wide);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aRollbackThatContractsIsFinished(DatabaseKind kind) throws SQLException {
        stoppedAnywhere(
                kind,
                List.of(Doing.ALL, Doing.ROLLBACK_EXPAND),
                Doing.ROLLBACK_CONTRACT,
                Doing.ROLLBACK_CONTRACT,
                TypesInterruptedTest::narrow);
    }
}
