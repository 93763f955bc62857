package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Glance;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.store.History;
import dev.godwit.engine.store.Journal;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.engine.store.Names;
import dev.godwit.engine.store.RepeatableRow;
import dev.godwit.engine.store.RepeatableTable;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedTable;
import dev.godwit.engine.store.Runs;
import dev.godwit.ledger.Ledger;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a database stands, without lock and without changing anything: tables that are not there are empty. */
final class Look {

    private final Opened opened;
    private final Ledger ledger;
    private final Options options;
    private final Names names;

    Look(Opened opened, Ledger ledger, Options options) {
        this.opened = opened;
        this.ledger = ledger;
        this.options = options;
        Optional<String> schema = opened.catalogName(options.schema());
        this.names = schema.isPresent() ? Names.in(schema.get(), opened.dialect()) : Names.unqualified();
    }

    Names names() {
        return names;
    }

    /** One query: whether there is anything to do. */
    Glance glance() {
        try {
            return new Glance(
                    ledger,
                    new History(names, opened.server())
                            .marks(opened.connection(), !ledger.repeatables().isEmpty()));
        } catch (SQLException e) {
            return missing(new Glance(ledger, Map.of()), e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    /** The whole history. */
    Standing standing() {
        return Standing.of(
                ledger, orElse(List.of(), () -> new History(names, opened.server()).read(opened.connection())));
    }

    /** The migrations of a later release, where this one lives with all of them; otherwise empty. */
    List<String> later(Standing standing) {
        return standing.later(() -> interruption(standing).map(Interruption::direction));
    }

    /**
     * Refuses a history that does not fit the ledger, unless it is a later release's that this one lives with.
     *
     * @return the migrations of that release; empty: the history fits
     */
    List<String> requireFit(Standing standing) {
        List<String> later = later(standing);
        (later.isEmpty() ? standing : standing.known()).requireFit(names.history());
        return later;
    }

    Optional<JournalRow> lastJournalRow() {
        return orElse(Optional.empty(), () -> new Journal(names).last(opened.connection()));
    }

    Optional<Interruption> interruption(Standing standing) {
        Optional<JournalRow> last = lastJournalRow();
        return orElse(
                Optional.empty(), () -> Interruption.find(opened.connection(), new Journal(names), standing, last));
    }

    /** What the journal knows. */
    Attempts attempts() {
        return new Attempts(opened.connection(), new Journal(names));
    }

    /** Whether no run has come to its end since the database had no migration. */
    boolean isFirst(Standing standing) {
        return standing.rows().isEmpty() || orElse(false, () -> new Runs(names).isFirst(opened.connection()));
    }

    /** What the database keeps of what migrations dropped. */
    List<RetainedRow> retained() {
        return orElse(List.of(), () -> new RetainedTable(names).read(opened.connection()));
    }

    /** Which repeatables the database has run. */
    List<RepeatableRow> repeatables() {
        return orElse(List.of(), () -> new RepeatableTable(names).read(opened.connection()));
    }

    /** Whether an interrupted run has left its hook to be run; nobody looks for one that is not given. */
    boolean owesHook() {
        return options.after() != Hook.NOTHING && orElse(false, () -> new Runs(names).owesHook(opened.connection()));
    }

    private <T> T orElse(T missing, Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            return missing(missing, e);
        }
    }

    private <T> T missing(T value, SQLException because) {
        if (opened.server().failure(because) == Failure.NO_TABLE) {
            return value;
        }
        throw Errors.of(opened.server(), "the reading of " + names.history(), because);
    }
}
