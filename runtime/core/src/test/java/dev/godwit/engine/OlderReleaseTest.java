package dev.godwit.engine;

import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.varchar;
import static dev.godwit.engine.InPhases.engine;
import static dev.godwit.engine.InPhases.inUse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.InPhases.AddPhone;
import dev.godwit.engine.InPhases.Customers;
import dev.godwit.engine.InPhases.DropNickname;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.report.MigrationState;
import dev.godwit.engine.report.MigrationStatus;
import dev.godwit.engine.report.RunReport;
import dev.godwit.engine.report.StatusReport;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Replaced;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A release that starts on a database on which a later one has been at work: a pod that restarts while its successor is
 * rolled out, or that comes back because its successor has failed.
 */
class OlderReleaseTest {

    static List<DatabaseKind> databases() {
        return InPhases.databases();
    }

    /** Its contract is two groups wherever it runs. */
    public static final class UniqueNickname implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers")
                    .addUnique(key("nickname").named("uk_customers_nickname"))
                    .dropColumn("name");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers")
                    .addColumn("name", varchar(80).notNull(), "concat('c', id)")
                    .dropUnique(key("nickname").named("uk_customers_nickname"));
        }
    }

    public static final class Handle implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.table("customers").addColumn("handle", varchar(80)).backfill("handle", "lower(name)");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("customers").dropColumn("handle");
        }
    }

    private static final MigrationSource OLDER = InPhases.FIRST;
    private static final String SECOND = Ledgers.version(2).text();
    private static final String THIRD = Ledgers.version(3).text();

    @SafeVarargs
    private static Engine later(TestDatabase database, Phase phase, Class<? extends Migration>... migrations) {
        return engine(InPhases.then(migrations), database, phase);
    }

    private static List<String> history(TestDatabase database) throws SQLException {
        return Rows.of(database, "select version, state from godwit_history order by version");
    }

    /** However it is asked, it says what is there, and changes nothing. */
    private static void starts(TestDatabase database, String... versions) throws SQLException {
        List<String> before = history(database);
        List<String> columns = Rows.columns(database, "customers");
        for (Phase phase : Phase.values()) {
            RunReport run = engine(OLDER, database, phase).migrate(Optional.empty());
            assertThat(run.later()).containsExactly(versions);
            assertThat(run.migrations()).isEmpty();
            assertThat(run.head()).contains(Ledgers.version(1).text());
        }
        Engine older = engine(OLDER, database, Phase.AUTO);
        assertThat(older.plan(Optional.empty()).later()).containsExactly(versions);
        assertThat(older.script(Optional.empty()).executable()).isEmpty();
        StatusReport status = older.status();
        assertThat(status.later()).containsExactly(versions);
        assertThat(status.isUpToDate()).isTrue();
        refuses(older::backfill);
        refuses(() -> older.rollback(RollbackTarget.steps(1)));
        assertThat(history(database)).isEqualTo(before);
        assertThat(Rows.columns(database, "customers")).isEqualTo(columns);
    }

    private static void refuses(Runnable asked) {
        assertThatThrownBy(asked::run)
                .hasMessageStartingWith("GW3037: This database has migrations that the ledger does not know: ")
                .hasMessageContaining("Deploy the release that brought them, or roll them back with it");
    }

    private static void isRefused(TestDatabase database) {
        Engine older = engine(OLDER, database, Phase.AUTO);
        refuses(() -> older.migrate(Optional.empty()));
        refuses(() -> older.plan(Optional.empty()));
        refuses(() -> older.script(Optional.empty()));
        StatusReport status = older.status();
        assertThat(status.isUpToDate()).isFalse();
        assertThat(status.migrations()).extracting(MigrationStatus::state).contains(MigrationState.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void startsOnWhatIsExpandedAndOnWhatHadNothingToContract(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            later(database, Phase.AUTO, AddPhone.class).migrate(Optional.empty());
            starts(database, SECOND);
            later(database, Phase.EXPAND, AddPhone.class, DropNickname.class).migrate(Optional.empty());
            starts(database, SECOND, THIRD);

            List<String> told = new ArrayList<>();
            Engine.of(
                            OLDER,
                            ConnectionSource.of(database.dataSource()),
                            Quiet.OPTIONS.withListener(event -> told.add(event.level() + " " + event.text())))
                    .migrate(Optional.empty());
            assertThat(told)
                    .containsExactly("INFO 2 migrations of a later release are there and spare this one: %s, %s."
                            .formatted(SECOND, THIRD));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isRefusedOnceOneIsContracted(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            later(database, Phase.AUTO, DropNickname.class).migrate(Optional.empty());
            starts(database, SECOND);
            later(database, Phase.CONTRACT, DropNickname.class).migrate(Optional.empty());
            isRefused(database);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasAppliedWholeIsRefusedWhereItWouldHaveHadToWait(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            later(database, Phase.ALL, AddPhone.class).migrate(Optional.empty());
            starts(database, SECOND);
            later(database, Phase.ALL, AddPhone.class, DropNickname.class).migrate(Optional.empty());
            isRefused(database);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void startsOnARollbackThatHasGivenBackWhatItNeeds(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            later(database, Phase.ALL, DropNickname.class).migrate(Optional.empty());
            later(database, Phase.EXPAND, DropNickname.class).rollback(RollbackTarget.steps(1));
            starts(database, SECOND);
            later(database, Phase.AUTO, DropNickname.class).migrate(Optional.empty());
            isRefused(database);
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A run of the later release that dies behind its first group. */
    private static void dies(TestDatabase database, Phase phase, Class<? extends Migration> second, boolean back) {
        Engine engine = Engine.of(
                Ledgers.of(Customers.class, second),
                ConnectionSource.of(database.dataSource()),
                Quiet.OPTIONS.withPhase(phase).withListener(event -> {
                    if (event instanceof Event.GroupEnded) {
                        throw new Crash();
                    }
                }));
        assertThatThrownBy(() -> {
                    if (back) {
                        engine.rollback(RollbackTarget.steps(1));
                    } else {
                        engine.migrate(Optional.empty());
                    }
                })
                .isInstanceOf(Crash.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isRefusedWhileOneIsBeingContracted(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            later(database, Phase.AUTO, UniqueNickname.class).migrate(Optional.empty());
            dies(database, Phase.CONTRACT, UniqueNickname.class, false);
            assertThat(history(database)).containsExactly(Ledgers.version(1) + "|applied", SECOND + "|expanded*");
            isRefused(database);
        }
    }

    @Test
    void startsWhileOneIsBeingTakenBackFromBetween() throws SQLException {
        try (TestDatabase database = inUse(DatabaseKind.MARIADB)) {
            later(database, Phase.AUTO, DropNickname.class).migrate(Optional.empty());
            dies(database, Phase.AUTO, DropNickname.class, true);
            assertThat(history(database)).containsExactly(Ledgers.version(1) + "|applied", SECOND + "|expanded*");
            starts(database, SECOND);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void startsOnWorkOnRowsThatWasLeftForLater(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            Engine later = Engine.of(
                    Ledgers.of(Customers.class, Handle.class),
                    ConnectionSource.of(database.dataSource()),
                    Quiet.OPTIONS.withPhases(Phases.DEFAULT.withBackground(true)));
            later.migrate(Optional.empty());
            assertThat(history(database)).contains(SECOND + "|filling");
            starts(database, SECOND);
            later.backfill();
            assertThat(history(database)).contains(SECOND + "|applied");
            starts(database, SECOND);
        }
    }

    /** What an older Godwit has applied says nothing of the release before. */
    @ParameterizedTest
    @MethodSource("databases")
    void isRefusedWhereItIsNotKnown(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            later(database, Phase.AUTO, AddPhone.class).migrate(Optional.empty());
            database.execute("alter table godwit_history drop column spares");
            isRefused(database);

            later(database, Phase.EXPAND, AddPhone.class, DropNickname.class).migrate(Optional.empty());
            assertThat(Rows.columns(database, "godwit_history")).contains("spares");
            isRefused(database);
            Engine second = later(database, Phase.AUTO, AddPhone.class);
            assertThat(second.migrate(Optional.empty()).later()).containsExactly(THIRD);
        }
    }

    /** A script that is run by hand on a history of an older Godwit. */
    @ParameterizedTest
    @MethodSource("databases")
    void aScriptAddsWhatTheHistoryLacks(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            database.execute("alter table godwit_history drop column spares");
            Engine later = later(database, Phase.AUTO, AddPhone.class);
            database.execute(later.script(Optional.empty()).executable().toArray(String[]::new));
            starts(database, SECOND);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isRefusedWhereSomethingCameInBetween(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            later(database, Phase.AUTO, Handle.class, AddPhone.class).migrate(Optional.empty());
            Ledger withoutHotfix = OLDER.ledger()
                    .plus(Ledgers.version(3), AddPhone.class.getName(), Ledgers.fingerprint(AddPhone.class));
            refuses(() ->
                    engine(Ledgers.of(withoutHotfix), database, Phase.AUTO).migrate(Optional.empty()));
        }
    }

    /** The later release has folded all that this one knows into one migration. */
    @ParameterizedTest
    @MethodSource("databases")
    void startsOnWhatComesBehindASquash(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = inUse(kind)) {
            Ledger squashed = new Ledger(List.of(new LedgerEntry(
                            Ledgers.version(2),
                            Customers.class.getName(),
                            Optional.empty(),
                            Ledgers.fingerprint(Customers.class),
                            OLDER.ledger().entries().stream().map(Replaced::of).toList())))
                    .plus(Ledgers.version(3), AddPhone.class.getName(), Ledgers.fingerprint(AddPhone.class));
            engine(Ledgers.of(squashed), database, Phase.AUTO).migrate(Optional.empty());
            starts(database, THIRD);
        }
    }

    /** Both start at once on a database that lacks the migrations of both. */
    @ParameterizedTest
    @MethodSource("databases")
    void startsWhenTheLockWasALaterReleases(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            boolean[] been = {false};
            StatementCounter overtaken = new StatementCounter(ConnectionSource.of(database.dataSource()), statement -> {
                if (statement.toLowerCase().contains("lock(") && !been[0]) {
                    been[0] = true;
                    later(database, Phase.EXPAND, AddPhone.class).migrate(Optional.empty());
                }
            });
            RunReport run = Engine.of(OLDER, overtaken, Quiet.OPTIONS).migrate(Optional.empty());
            assertThat(been[0]).isTrue();
            assertThat(run.migrations()).isEmpty();
            assertThat(run.later()).containsExactly(SECOND);
        }
    }
}
