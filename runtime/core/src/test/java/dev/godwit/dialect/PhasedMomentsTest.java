package dev.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Plan;
import dev.godwit.plan.StepGroup;
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
 * At whatever moment of a phase a version of the application writes, what it has written is what is there at the end: triggers
 * that come one by one, and go one by one, must not do harm while the others are missing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhasedMomentsTest {

    private final PhasedDatabases databases = new PhasedDatabases();

    /** What both versions read. */
    private record Seen(List<String> old, List<String> current) {
        static Seen by(Manoeuvre manoeuvre, Connection connection) throws SQLException {
            return new Seen(
                    PhasedDatabases.rows(manoeuvre.oldRead(), connection),
                    PhasedDatabases.rows(manoeuvre.newRead(), connection));
        }
    }

    /** But for the one whose stand-in makes an element of a row that is there before the triggers, and of none that comes later. */
    @TestFactory
    Stream<DynamicTest> theOldVersionWritesInTheMiddleOfExpand() {
        return databases.each(
                manoeuvre -> !manoeuvre.name().equals("a required value becomes entities"),
                (kind, manoeuvre) -> compare(kind, manoeuvre, Plan::expand, (plan, done, run) -> {
                    run.groups(plan.expand().subList(0, done));
                    run.statements(manoeuvre.oldWrites());
                    run.groups(plan.expand().subList(done, plan.expand().size()));
                    return Seen.by(manoeuvre, run.connection());
                }));
    }

    /** But for the one whose new version makes rows fit for contract. */
    @TestFactory
    Stream<DynamicTest> theNewVersionWritesInTheMiddleOfContract() {
        return databases.each(
                manoeuvre -> !manoeuvre.name().startsWith("constraints"),
                (kind, manoeuvre) -> compare(kind, manoeuvre, Plan::contract, (plan, done, run) -> {
                    run.groups(plan.expand());
                    run.statements(manoeuvre.oldWrites());
                    run.groups(plan.contract().subList(0, done));
                    run.statements(manoeuvre.newWrites());
                    run.groups(plan.contract().subList(done, plan.contract().size()));
                    return new Seen(List.of(), PhasedDatabases.rows(manoeuvre.newRead(), run.connection()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theOldVersionWritesWhileItIsLedBack() {
        return databases.each((kind, manoeuvre) -> compare(kind, manoeuvre, Plan::abandon, (plan, done, run) -> {
            run.groups(plan.expand());
            run.undo(manoeuvre, plan);
            run.abandon(plan.abandon().subList(0, done));
            run.statements(manoeuvre.oldWrites());
            run.abandon(plan.abandon().subList(done, plan.abandon().size()));
            return new Seen(PhasedDatabases.rows(manoeuvre.oldRead(), run.connection()), List.of());
        }));
    }

    private interface Part {
        List<StepGroup> of(Plan plan);
    }

    private interface Course {
        Seen take(Plan plan, int done, Run run) throws SQLException;
    }

    private record Run(Connection connection, Dialect dialect) {
        void groups(List<StepGroup> groups) throws SQLException {
            PlanRun.run(groups, connection, dialect);
        }

        void undo(Manoeuvre manoeuvre, Plan plan) throws SQLException {
            PhasedDatabases.undo(manoeuvre, plan, plan.expand(), connection, dialect);
        }

        void abandon(List<StepGroup> groups) throws SQLException {
            PlanRun.abandon(groups, connection, dialect);
        }

        void statements(List<String> statements) throws SQLException {
            PhasedDatabases.execute(statements, connection);
        }
    }

    /** Behind each group each row is as when they write before the first one or after the last one. */
    private void compare(DatabaseKind kind, Manoeuvre manoeuvre, Part part, Course course) {
        int groups = part.of(Dialects.of(kind).plan(manoeuvre.course())).size();
        List<Seen> seen = IntStream.rangeClosed(0, groups)
                .mapToObj(done -> seen(kind, manoeuvre, part, course, done))
                .toList();
        Seen first = seen.get(0);
        Seen last = seen.get(groups);
        for (int done = 1; done < groups; done++) {
            requireEither(seen.get(done).old(), first.old(), last.old(), done);
            requireEither(seen.get(done).current(), first.current(), last.current(), done);
        }
    }

    private static void requireEither(List<String> seen, List<String> first, List<String> last, int done) {
        assertThat(seen)
                .as("after %d groups", done)
                .hasSameSizeAs(first)
                .allMatch(row -> first.contains(row) || last.contains(row));
    }

    private Seen seen(DatabaseKind kind, Manoeuvre manoeuvre, Part part, Course course, int done) {
        List<Seen> seen = new ArrayList<>();
        databases.with(kind, "live", connection -> {
            Dialect dialect = Dialects.of(connection);
            Plan plan = PhasedDatabases.prepared(connection, dialect, manoeuvre);
            int most = part.of(plan).size();
            seen.add(course.take(plan, Math.min(done, most), new Run(connection, dialect)));
        });
        return seen.get(0);
    }

    @AfterAll
    void closeDatabases() throws SQLException {
        databases.close();
    }
}
