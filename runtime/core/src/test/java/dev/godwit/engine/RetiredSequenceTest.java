package dev.godwit.engine;

import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sequence that comes back gives no number a second time to rows that come back with it. */
class RetiredSequenceTest {

    private static final MigrationSource SOURCE = Ledgers.of(Numbered.class);

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    public static final class Numbered implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createSequence("numbered_seq", incrementBy(50));
            schema.createTable(
                    "numbered", t -> t.column("id", bigint().notNull()).primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("numbered");
            schema.dropSequence("numbered_seq");
        }
    }

    private static long next(TestDatabase database) throws SQLException {
        String query = switch (database.kind()) {
            case POSTGRESQL -> "select nextval('numbered_seq')";
            case MARIADB -> "select nextval(numbered_seq)";
            case MYSQL -> "select next_val from numbered_seq";
            case H2 -> "select next value for numbered_seq";
        };
        return Long.parseLong(Rows.of(database, query).get(0));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void itGoesOnWhereItWas(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(SOURCE, database);
            engine.migrate(Optional.empty());
            database.execute("insert into numbered (id) values (" + next(database) + ")");

            engine.rollback(RollbackTarget.steps(1));
            engine.migrate(Optional.empty());

            assertThat(Rows.of(database, "select id from numbered")).containsExactly("1");
            assertThat(next(database)).isGreaterThan(1);
            assertThat(Rows.of(database, "select name from godwit_retained")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void oneThatHasGivenNoNumberIsDropped(DatabaseKind kind) throws SQLException {
        if (kind == DatabaseKind.MYSQL) {
            return;
        }
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(SOURCE, database);
            engine.migrate(Optional.empty());

            engine.rollback(RollbackTarget.steps(1));

            assertThat(Rows.of(database, "select name from godwit_retained")).isEmpty();
        }
    }
}
