package dev.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.Transform;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Executes plans as the engine does, without its safety: each group commits at once. */
final class PlanRun implements Work.Visitor<String> {

    private final Connection connection;
    private final Dialect dialect;

    private PlanRun(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    static void run(Plan plan, Connection connection, Dialect dialect) throws SQLException {
        run(plan.groups(), connection, dialect);
    }

    static void run(List<StepGroup> groups, Connection connection, Dialect dialect) throws SQLException {
        PlanRun run = new PlanRun(connection, dialect);
        for (StepGroup group : groups) {
            connection.setAutoCommit(!group.transactional());
            for (Step step : group.steps()) {
                run.execute(step);
            }
            if (group.transactional()) {
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }

    /**
     * Takes a plan's expand back. What is there no more is left alone, as the engine does it; every step may run again.
     */
    static void abandon(Plan plan, Connection connection, Dialect dialect) throws SQLException {
        abandon(plan.abandon(), connection, dialect);
    }

    static void abandon(List<StepGroup> groups, Connection connection, Dialect dialect) throws SQLException {
        PlanRun run = new PlanRun(connection, dialect);
        try {
            for (StepGroup group : groups) {
                connection.setAutoCommit(!group.transactional());
                group.steps().stream().filter(run::isToDo).forEach(run::executeOnce);
                if (group.transactional()) {
                    connection.commit();
                }
            }
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private boolean isToDo(Step step) {
        return !(step.resume() instanceof Resume.Observable observable) || !holds(observable.doneWhen(), connection);
    }

    /** The refusals of the guards that hold. */
    static List<String> refusals(Plan plan, Connection connection) {
        return refusals(plan.guards(), connection);
    }

    /** The refusals of the guards that hold. */
    static List<String> refusals(List<Guard> guards, Connection connection) {
        return guards.stream()
                .filter(guard -> holds(guard.query(), connection))
                .map(Guard::refusal)
                .toList();
    }

    /** What a query gives in the first column of its first row. */
    static String text(String query, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "null";
        }
    }

    static boolean holds(String query, Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    private void execute(Step step) {
        step.resume().accept(new Probed(step));
    }

    private void executeOnce(Step step) {
        String sql = step.work().accept(this);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(step.description() + "\n" + sql, e);
        }
    }

    /** Executes a step and holds it to what it says about being resumed. */
    private final class Probed implements Resume.Visitor<Void> {

        private final Step step;

        private Probed(Step step) {
            this.step = step;
        }

        private Void times(int times) {
            for (int i = 0; i < times; i++) {
                executeOnce(step);
            }
            return null;
        }

        @Override
        public Void transactional(Resume.Transactional resume) {
            return times(1);
        }

        @Override
        public Void idempotent(Resume.Idempotent resume) {
            return times(2);
        }

        @Override
        public Void observable(Resume.Observable resume) {
            assertThat(holds(resume.doneWhen(), connection))
                    .as("before: %s%n%s", step.description(), resume.doneWhen())
                    .isFalse();
            resume.cleanUp()
                    .ifPresent(sql -> executeOnce(
                            new Step("clean up", new Work.Sql(sql), new Resume.Transactional(), step.hazard(), "")));
            executeOnce(step);
            assertThat(holds(resume.doneWhen(), connection))
                    .as("after: %s%n%s", step.description(), resume.doneWhen())
                    .isTrue();
            return null;
        }

        /** Batches are the engine's business: here all rows are one. */
        @Override
        public Void batched(Resume.Batched resume) {
            executeOnce(step);
            return null;
        }

        @Override
        public Void undeclared(Resume.Undeclared resume) {
            throw new AssertionError("Nothing tells whether this was executed: " + step);
        }
    }

    @Override
    public String sql(Work.Sql work) {
        return work.sql();
    }

    @Override
    public String namedByDatabase(Work.NamedByDatabase work) {
        try (PreparedStatement lookup = connection.prepareStatement(work.lookup())) {
            for (int i = 0; i < work.parameters().size(); i++) {
                lookup.setString(i + 1, work.parameters().get(i));
            }
            try (ResultSet result = lookup.executeQuery()) {
                if (!result.next()) {
                    throw new AssertionError("There is no " + work.subject() + "\n" + work.lookup());
                }
                return work.statement(result.getString(1), found -> dialect.quote(new Identifier(found, true)));
            }
        } catch (SQLException e) {
            throw new AssertionError(work.subject() + "\n" + work.lookup(), e);
        }
    }

    @Override
    public String rows(Work.Rows work) {
        Transform transform = work.transform();
        throw new AssertionError("Rows of " + transform.table() + " are the engine's business.");
    }

    @Override
    public String copyRows(Work.CopyRows work) {
        throw new AssertionError("No change copies rows.");
    }

    @Override
    public String verify(Work.Verify work) {
        return work.query();
    }

    @Override
    public String fill(Work.Fill work) {
        return work.sql(work.condition());
    }
}
