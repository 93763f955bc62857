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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Godwit's own tables with every column edited by hand, on a database on which a run was interrupted: whatever is asked
 * then is done, or refused with a code. Nothing ends in an exception that nobody meant.
 */
class HandEditedTest {

    /** An edited column, and what stands in it then. */
    private record EditedColumn(DatabaseKind kind, String table, String column, String value) {}

    static Stream<EditedColumn> edits() {
        return Stream.of(DatabaseKind.H2, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB)
                .flatMap(kind -> Stream.concat(
                                texts(
                                        "godwit_history",
                                        "description",
                                        "class_name",
                                        "follows",
                                        "fingerprint",
                                        "state",
                                        "run_id",
                                        "godwit_version",
                                        "ledger_head"),
                                Stream.concat(
                                        texts(
                                                "godwit_journal",
                                                "version",
                                                "direction",
                                                "fingerprints",
                                                "what",
                                                "state",
                                                "cursor_key",
                                                "error",
                                                "run_id"),
                                        Stream.concat(
                                                texts("godwit_run", "run_id", "holder", "connection_id"),
                                                Stream.of(
                                                        edit("godwit_history", "duration_ms", "-7"),
                                                        edit("godwit_history", "format", "-7"),
                                                        edit("godwit_history", "format", "7"),
                                                        edit("godwit_journal", "attempt", "-7"),
                                                        edit("godwit_journal", "cursor_key", "'Long:1\nLong:2'"),
                                                        edit("godwit_journal", "cursor_key", "'String:x'"),
                                                        edit("godwit_journal", "cursor_key", "'LocalDate:x'"),
                                                        edit("godwit_journal", "group_no", "-7"),
                                                        edit("godwit_journal", "ends", "-7"),
                                                        edit("godwit_journal", "duration_ms", "-7"),
                                                        edit("godwit_run", "format", "7")))))
                        .map(edit -> new EditedColumn(kind, edit.table(), edit.column(), edit.value())));
    }

    private static Stream<EditedColumn> texts(String table, String... columns) {
        return Stream.of(columns)
                .flatMap(column -> Stream.of(edit(table, column, "'nonsense'"), edit(table, column, "''")));
    }

    private static EditedColumn edit(String table, String column, String value) {
        return new EditedColumn(DatabaseKind.H2, table, column, value);
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
        TestDatabase database = Databases.fresh(edit.kind());
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
