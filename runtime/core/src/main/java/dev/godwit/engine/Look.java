package dev.godwit.engine;

import dev.godwit.engine.Access.Opened;
import dev.godwit.engine.chain.Standing;
import dev.godwit.engine.server.Errors;
import dev.godwit.engine.server.Failure;
import dev.godwit.engine.store.History;
import dev.godwit.engine.store.Journal;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.engine.store.Names;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedTable;
import dev.godwit.ledger.Ledger;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads how a database stands, without lock and without changing anything: tables that are not there are empty. */
final class Look {

    private final Opened opened;
    private final Ledger ledger;
    private final Names names;

    Look(Opened opened, Ledger ledger, Options options) {
        this.opened = opened;
        this.ledger = ledger;
        this.names = Names.in(opened.catalogName(options.schema()), opened.dialect());
    }

    Names names() {
        return names;
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    /** One query. */
    Standing standing() {
        return Standing.of(
                ledger, orElse(List.of(), () -> new History(names, opened.server()).read(opened.connection())));
    }

    Optional<JournalRow> lastJournalRow() {
        return orElse(Optional.empty(), () -> new Journal(names).last(opened.connection()));
    }

    Optional<Interruption> interruption(Standing standing) {
        Optional<JournalRow> last = lastJournalRow();
        return orElse(
                Optional.empty(), () -> Interruption.find(opened.connection(), new Journal(names), standing, last));
    }

    /** What the database keeps of what migrations dropped. */
    List<RetainedRow> retained() {
        return orElse(List.of(), () -> new RetainedTable(names).read(opened.connection()));
    }

    private <T> T orElse(T missing, Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            if (opened.server().failure(e) == Failure.NO_TABLE) {
                return missing;
            }
            throw Errors.of(opened.server(), "the reading of " + names.history(), e);
        }
    }
}
