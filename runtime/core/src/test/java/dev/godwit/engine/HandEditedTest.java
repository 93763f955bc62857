package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Godwit's own tables with every column edited by hand, on a database on which a run was interrupted: whatever is asked
 * then is done, or refused with a code. Nothing ends in an exception that nobody meant.
 */
class HandEditedTest {

    /** A column, and what somebody has written into it. */
    private record EditedColumn(String table, String column, String value) {}

    private static final List<String> TEXTS = List.of(
            "godwit_history.description",
            "godwit_history.class_name",
            "godwit_history.follows",
            "godwit_history.fingerprint",
            "godwit_history.state",
            "godwit_history.run_id",
            "godwit_history.godwit_version",
            "godwit_history.ledger_head",
            "godwit_journal.version",
            "godwit_journal.direction",
            "godwit_journal.fingerprints",
            "godwit_journal.what",
            "godwit_journal.state",
            "godwit_journal.cursor_key",
            "godwit_journal.error",
            "godwit_journal.run_id",
            "godwit_run.run_id",
            "godwit_run.holder",
            "godwit_run.connection_id");

    private static final List<String> NUMBERS = List.of(
            "godwit_history.duration_ms",
            "godwit_history.format",
            "godwit_journal.attempt",
            "godwit_journal.group_no",
            "godwit_journal.ends",
            "godwit_journal.duration_ms");

    private static final List<String> FORMATS = List.of("godwit_history.format", "godwit_run.format");

    private static final List<String> KEYS = List.of("Long:1\nLong:2", "String:x", "LocalDate:x");

    static Stream<EditedColumn> edits() {
        return Stream.of(
                        edits(TEXTS, "'nonsense'", "''"),
                        edits(NUMBERS, "-7"),
                        edits(FORMATS, "7"),
                        edits(
                                List.of("godwit_journal.cursor_key"),
                                KEYS.stream().map("'%s'"::formatted).toArray(String[]::new)))
                .flatMap(edits -> edits);
    }

    private static Stream<EditedColumn> edits(List<String> columns, String... values) {
        return columns.stream()
                .map(column -> column.split("\\."))
                .flatMap(column -> Stream.of(values).map(value -> new EditedColumn(column[0], column[1], value)));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void whateverIsAskedIsDoneOrRefusedWithACode(EditedColumn edit) throws SQLException {
        try (TestDatabase database = edited(edit)) {
            Engine engine = Quiet.engine(Shop.source(), database);
            ask(
                    engine::status,
                    () -> engine.plan(Optional.empty()),
                    () -> engine.planRollback(RollbackTarget.steps(1)),
                    () -> engine.script(Optional.empty()),
                    () -> engine.migrate(Optional.empty()),
                    () -> engine.rollback(RollbackTarget.steps(1)));
        }
        try (TestDatabase database = edited(edit)) {
            Engine engine = Quiet.engine(Shop.source(), database);
            ask(
                    () -> engine.rollback(RollbackTarget.steps(1)),
                    () -> engine.repair(Answer.DONE),
                    () -> engine.migrate(Optional.empty()));
        }
    }

    private static void ask(Runnable... commands) {
        for (Runnable command : commands) {
            Throwable refused = catchThrowable(command::run);
            if (refused != null) {
                assertThat(refused).isInstanceOf(EngineException.class).hasMessageMatching("(?s)GW\\d{4}: .*");
            }
        }
    }

    private static TestDatabase edited(EditedColumn edit) throws SQLException {
        TestDatabase database = Databases.fresh(DatabaseKind.H2);
        interrupted(database);
        database.execute("update %s set %s = %s".formatted(edit.table(), edit.column(), edit.value()));
        return database;
    }

    /** Killed among the rows of the third migration. */
    private static void interrupted(TestDatabase database) throws SQLException {
        Engine engine = Quiet.engine(Shop.source(), database);
        engine.migrate(Optional.of(Ledgers.version(2).text()));
        database.execute(
                "insert into customers (id, name) values (1, 'A B'), (2, 'C D'), (3, 'E F'), (4, 'G H'), (5, 'I J')");
        Options dying = Quiet.OPTIONS.withListener(event -> {
            if (event instanceof Event.Progress) {
                throw new IllegalStateException("killed");
            }
        });
        assertThatThrownBy(() -> Engine.of(Shop.source(), ConnectionSource.of(database.dataSource()), dying)
                        .migrate(Optional.empty()))
                .hasMessage("killed");
        assertThat(Rows.of(database, "select count(*) from godwit_journal where cursor_key is not null"))
                .containsExactly("1");
    }
}
