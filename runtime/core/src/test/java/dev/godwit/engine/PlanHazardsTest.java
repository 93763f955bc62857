package dev.godwit.engine;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.enumOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.AcceptedHazard;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.report.PlannedMigration;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan says beside its steps: what the running version meets, however it is carried out. */
class PlanHazardsTest {

    public static final class Members implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "members",
                    t -> t.column("id", bigint().notNull().identity())
                            .column("tier", enumOf("GOLD"))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("members");
        }
    }

    public static class Silver implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("members")
                    .alterColumn("tier", enumOf("GOLD"), enumOf("GOLD", "SILVER"))
                    .addColumn("age", bigint());
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("members").dropColumn("age").alterColumn("tier", enumOf("GOLD", "SILVER"), enumOf("GOLD"));
        }
    }

    @AcceptedHazard(code = "GW4121", why = "nobody writes it yet")
    public static final class SilentSilver extends Silver {}

    private static List<String> hazards(TestDatabase database, Class<? extends Migration> second) {
        return Quiet.engine(Ledgers.of(Members.class, second), database).plan(Optional.empty()).migrations().stream()
                .map(PlannedMigration::hazards)
                .flatMap(List::stream)
                .map(hazard -> hazard.substring(0, 6))
                .toList();
    }

    @Test
    void tellsWhatTheRunningVersionCannotReadOrHasPrepared() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            assertThat(hazards(database, Silver.class)).isEmpty();
            Quiet.engine(Ledgers.of(Members.class), database).migrate(Optional.empty());

            assertThat(hazards(database, Silver.class)).containsExactly("GW4121", "GW4131");
            assertThat(hazards(database, SilentSilver.class)).containsExactly("GW4131");
        }
    }
}
