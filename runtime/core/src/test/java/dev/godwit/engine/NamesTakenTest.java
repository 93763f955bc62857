package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.SequenceSpec;
import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTakenTest {

    /** The first migration of a chain whose second one is {@link Second}. */
    public static final class First implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable("fresh", t -> t.column("id", bigint()));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("fresh");
        }
    }

    /** Creates what a foreign hand has made before. */
    public static final class Second implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable("orders", t -> t.column("id", bigint()));
            schema.createSequence("orders_seq", SequenceSpec.incrementBy(50));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropSequence("orders_seq");
            schema.dropTable("orders");
        }
    }

    /** Replaces a table that the chain has made. */
    public static final class Again implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.renameTable("fresh", "stale");
            schema.createTable("fresh", t -> t.column("id", bigint()));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("fresh");
            schema.renameTable("stale", "fresh");
        }
    }

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aForeignTableInTheWayIsRefusedBeforeAnythingRuns(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(First.class, Second.class), database);
            database.execute("create table orders (id int)");

            assertThatThrownBy(() -> engine.plan(Optional.empty()))
                    .hasMessageStartingWith("GW3087")
                    .hasMessageContainingAll(Ledgers.version(2).text(), "godwit:baseline")
                    .hasMessageMatching("(?i).* made: orders\\. .*");
            assertThatThrownBy(() -> engine.migrate(Optional.empty())).hasMessageStartingWith("GW3087");

            assertThat(Rows.tables(database))
                    .filteredOn(table -> !table.toLowerCase(Locale.ROOT).startsWith("godwit_"))
                    .singleElement()
                    .asString()
                    .isEqualToIgnoringCase("orders");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void namesThatTheChainFreesAreFree(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(First.class, Again.class), database);

            assertThat(engine.migrate(Optional.empty()).migrations()).hasSize(2);
            assertThat(engine.rollback(RollbackTarget.steps(2)).migrations()).hasSize(2);
        }
    }
}
