package dev.godwit.engine.retain;

import dev.godwit.engine.problem.RetentionProblems;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedRow.Kind;
import dev.godwit.engine.store.RetainedRow.State;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a migration takes away, going one way, and whether it is kept: each thing is decided once, and recorded. */
final class Departing {

    private final Decisions.Turn turn;
    private final Shelf shelf;
    private final KnownRows known;
    private final Retaining settings;
    private final String run;
    private final Map<String, RetainedRow> decided = new LinkedHashMap<>();

    Departing(Decisions.Turn turn, Shelf shelf, KnownRows known, Retaining settings, String run) {
        this.turn = turn;
        this.shelf = shelf;
        this.known = known;
        this.settings = settings;
        this.run = run;
    }

    /** What was decided, in order. */
    List<RetainedRow> rows() {
        return List.copyOf(decided.values());
    }

    /**
     * The reserved name under which a thing is kept; empty: it goes for good.
     *
     * @param live the table that has it now; empty: none is there to be looked at
     */
    Optional<Identifier> retire(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            String definition,
            Optional<QualifiedName> live) {
        String what = kind + "|" + table + "|" + column;
        RetainedRow row = decided.get(what);
        if (row == null) {
            row = known.recorded(kind, table, column).orElseGet(() -> decide(kind, table, column, definition, live));
            decided.put(what, row);
        }
        return row.state() == State.PLANNED ? Optional.of(row.reserved()) : Optional.empty();
    }

    private RetainedRow decide(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            String definition,
            Optional<QualifiedName> live) {
        boolean keep = settings.keep() && (live.isEmpty() || isWorthKeeping(kind, live.get()));
        Identifier name = known.freeName(kind, table, column);
        QualifiedName now = live.orElse(table);
        if (keep && isTaken(kind, now, name)) {
            throw RetentionProblems.nameTaken(
                    turn.version(),
                    name.text(),
                    column.map(c -> table + "." + c).orElseGet(table::toString));
        }
        return row(
                name,
                kind,
                table,
                column,
                definition,
                keep ? State.PLANNED : State.EMPTY,
                keep ? shelf.bytes(kind, now, column) : OptionalLong.empty());
    }

    /** The reserved name of the copy that is made of a table. */
    Identifier backup(QualifiedName table) {
        return decided.computeIfAbsent(
                        Kind.BACKUP + "|" + table,
                        key -> known.recorded(Kind.BACKUP, table, Optional.empty())
                                .orElseGet(() -> copy(table)))
                .reserved();
    }

    private RetainedRow copy(QualifiedName table) {
        Identifier name = known.freeName(Kind.BACKUP, table, Optional.empty());
        if (!turn.begun() && isTaken(Kind.BACKUP, table, name)) {
            throw RetentionProblems.nameTaken(turn.version(), name.text(), table.toString());
        }
        return row(
                name,
                Kind.BACKUP,
                table,
                Optional.empty(),
                "",
                State.PLANNED,
                shelf.bytes(Kind.TABLE, table, Optional.empty()));
    }

    private RetainedRow row(
            Identifier name,
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            String definition,
            State state,
            OptionalLong bytes) {
        return new RetainedRow(
                name.text(),
                turn.version(),
                turn.direction(),
                kind,
                table,
                column,
                definition,
                state,
                bytes,
                Instant.now(),
                run);
    }

    private boolean isWorthKeeping(Kind kind, QualifiedName table) {
        try {
            return kind == Kind.SEQUENCE ? shelf.isUsed(table) : shelf.hasRows(table);
        } catch (SQLException e) {
            throw RetentionProblems.notReadable(turn.version(), table.toString(), e);
        }
    }

    private boolean isTaken(Kind kind, QualifiedName live, Identifier name) {
        return turn.looking()
                && switch (kind) {
                    case COLUMN -> shelf.hasColumn(live, name);
                    case SEQUENCE -> shelf.hasSequence(live.withName(name));
                    case TABLE, BACKUP, VALUES -> shelf.hasTable(live.withName(name));
                };
    }
}
