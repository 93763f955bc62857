package dev.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Each manoeuvre on each database: both versions of an application write while it goes on, none of their statements
 * fails, both sides say the same at the end, and nothing is left behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhasedTest {

    private final PhasedDatabases databases = new PhasedDatabases();

    @TestFactory
    Stream<DynamicTest> bothVersionsWriteAndTheNewOneStays() {
        return databases.each((kind, manoeuvre) -> databases.with(kind, "live", connection -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = PhasedDatabases.prepared(connection, dialect, manoeuvre);

            PlanRun.run(plan.expand(), connection, dialect);
            PhasedDatabases.execute(manoeuvre.oldWrites(), connection);
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
            PhasedDatabases.execute(manoeuvre.newWrites(), connection);
            assertThat(PlanRun.refusals(plan.gate().guards(), connection)).isEmpty();
            assertThat(PhasedDatabases.rows(manoeuvre.oldRead(), connection)).isEqualTo(manoeuvre.oldSees());
            assertThat(PhasedDatabases.rows(manoeuvre.newRead(), connection)).isEqualTo(manoeuvre.newSees());

            PlanRun.run(plan.contract(), connection, dialect);
            assertThat(PhasedDatabases.rows(manoeuvre.newRead(), connection)).isEqualTo(manoeuvre.newSees());
            PhasedDatabases.execute(manoeuvre.laterWrites(), connection);
            assertThat(created(kind, manoeuvre.after())
                            .differenceTo(read(connection))
                            .toString())
                    .isEmpty();
            assertThat(left(kind, connection)).isEmpty();
        }));
    }

    /** Abandoned after each number of steps, with the old version writing before and after. */
    @TestFactory
    Stream<DynamicTest> whateverWasDoneIsTakenBack() {
        return databases.each((kind, manoeuvre) -> {
            int groups = Dialects.of(kind).plan(manoeuvre.course()).expand().size();
            IntStream.rangeClosed(0, groups)
                    .forEach(done -> databases.with(kind, "live", connection -> {
                        Dialect dialect = Dialects.of(connection);
                        Plan plan = PhasedDatabases.prepared(connection, dialect, manoeuvre);
                        LiveSchema before = read(connection);
                        List<StepGroup> executed = plan.expand()
                                .subList(0, Math.min(done, plan.expand().size()));

                        if (isHalfOfAChange(plan, executed)) {
                            return;
                        }
                        PlanRun.run(executed, connection, dialect);
                        PhasedDatabases.execute(manoeuvre.oldWrites(), connection);
                        if (executed.size() == plan.expand().size()) {
                            PhasedDatabases.execute(manoeuvre.newWrites(), connection);
                            assertThat(PhasedDatabases.rows(manoeuvre.oldRead(), connection))
                                    .isEqualTo(manoeuvre.oldSees());
                        }
                        PhasedDatabases.undo(manoeuvre, plan, executed, connection, dialect);
                        PlanRun.abandon(plan, connection, dialect);
                        PlanRun.abandon(plan, connection, dialect);

                        assertThat(before.differenceTo(read(connection)).toString())
                                .isEmpty();
                        assertThat(left(kind, connection)).isEmpty();
                    }));
        });
    }

    /** A change that is not taken apart and of which some steps are done is the engine's business. */
    private static boolean isHalfOfAChange(Plan plan, List<StepGroup> executed) {
        List<Step> done =
                executed.stream().flatMap(group -> group.steps().stream()).toList();
        return plan.shares().stream()
                .filter(share -> !share.phased())
                .anyMatch(share -> share.steps().stream().anyMatch(done::contains) && !done.containsAll(share.steps()));
    }

    private LiveSchema created(DatabaseKind kind, Schema schema) {
        List<LiveSchema> read = new ArrayList<>();
        databases.with(kind, "created", connection -> {
            Dialect dialect = Dialects.of(connection);
            PlanRun.run(dialect.plan(Scenario.creating(schema), () -> Schema.EMPTY), connection, dialect);
            read.add(read(connection));
        });
        return read.get(0);
    }

    /** What has a reserved name. */
    private static List<String> left(DatabaseKind kind, Connection connection) throws SQLException {
        String query = switch (kind) {
            case POSTGRESQL -> """
                        select tgname from pg_trigger where tgname like '%godwit%' \
                        union all select proname from pg_proc where proname like '%godwit%' \
                        union all select relname from pg_class where relname like '%godwit%' \
                        union all select attname from pg_attribute where attname like '%godwit%' and not attisdropped \
                        union all select conname from pg_constraint where conname like '%godwit%'""";
            case MARIADB, MYSQL -> """
                        select trigger_name from information_schema.triggers where trigger_schema = database() \
                        union all select table_name from information_schema.tables \
                        where table_schema = database() and table_name like '%godwit%' \
                        union all select column_name from information_schema.columns \
                        where table_schema = database() and column_name like '%godwit%' \
                        union all select index_name from information_schema.statistics \
                        where table_schema = database() and index_name like '%godwit%' \
                        union all select constraint_name from information_schema.table_constraints \
                        where table_schema = database() and constraint_name like '%godwit%'""";
            case H2 -> throw new IllegalArgumentException("H2 has no phases.");
        };
        return PhasedDatabases.rows(query, connection);
    }

    private static LiveSchema read(Connection connection) throws SQLException {
        return Introspector.read(connection).unnamed();
    }

    @AfterAll
    void closeDatabases() throws SQLException {
        databases.close();
    }
}
