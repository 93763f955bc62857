package dev.godwit.engine;

import static dev.godwit.KeySpec.key;
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
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A key of PostgreSQL comes in two steps, its index first; a run may die between them. */
class HalfKeyTest {

    public static final class UniqueName implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addUnique(key("name").named("uk_name"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropUnique(key("name").named("uk_name"));
        }
    }

    @Test
    void isTakenBackWithItsIndex() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            MigrationSource source = Ledgers.of(InPhases.Customers.class, UniqueName.class);
            Quiet.engine(source, database)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            Options dying = Quiet.OPTIONS.withListener(event -> {
                if (event instanceof Event.GroupEnded) {
                    throw new IllegalStateException("killed");
                }
            });
            assertThatThrownBy(() -> Engine.of(source, ConnectionSource.of(database.dataSource()), dying)
                            .migrate(Optional.empty()))
                    .hasMessage("killed");
            String index = "select count(*) from pg_class where relname = 'uk_name'";
            assertThat(Rows.of(database, index)).containsExactly("1");

            Quiet.engine(source, database)
                    .rollback(RollbackTarget.to(Ledgers.version(1).text()));
            assertThat(Rows.of(database, index)).containsExactly("0");

            Quiet.engine(source, database).migrate(Optional.empty());
            Quiet.engine(source, database).rollback(RollbackTarget.steps(1));
            assertThat(Rows.of(database, index)).containsExactly("0");
        }
    }
}
