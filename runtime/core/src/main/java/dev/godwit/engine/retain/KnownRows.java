package dev.godwit.engine.retain;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedRow.Kind;
import dev.godwit.engine.store.RetainedRow.State;
import dev.godwit.plan.KeptNames;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a database keeps when a migration's turn comes.
 *
 * @param rows the oldest first
 */
record KnownRows(Decisions.Turn turn, List<RetainedRow> rows) {

    /** What the migration keeps or has kept going one way. */
    Stream<RetainedRow> of(Direction direction) {
        return rows.stream().filter(row -> row.isOf(turn.version(), direction));
    }

    /** What the migration has recorded going one way, and not got to the end. */
    Stream<RetainedRow> underWay(Direction direction) {
        return of(direction).filter(RetainedRow::isUnderWay);
    }

    /** What an interrupted run has decided about a thing. */
    Optional<RetainedRow> recorded(Kind kind, QualifiedName table, Optional<Identifier> column) {
        return underWay(turn.direction())
                .filter(row -> (turn.begun() || turn.abandons()) && isSame(row, kind, table, column))
                .filter(row -> turn.stage() != Decisions.Stage.EXPANDED || row.state() != State.EMPTY)
                .findFirst();
    }

    /** What became of a thing when the migration last went one way. */
    Optional<RetainedRow> last(Direction direction, Kind kind, QualifiedName table, Optional<Identifier> column) {
        return of(direction).filter(row -> isSame(row, kind, table, column)).reduce((older, newer) -> newer);
    }

    private static boolean isSame(RetainedRow row, Kind kind, QualifiedName table, Optional<Identifier> column) {
        return row.kind() == kind && row.table().equals(table) && row.column().equals(column);
    }

    /** The same migration may have dropped a thing of this name before, and kept it in another form. */
    Identifier freeName(Kind kind, QualifiedName table, Optional<Identifier> column) {
        String origin = "%s|%s|%s|%s|%s"
                .formatted(
                        turn.version(),
                        turn.direction(),
                        kind,
                        table,
                        column.map(Identifier::toString).orElse(""));
        Identifier original = column.orElse(table.name());
        Identifier name = KeptNames.of(origin, original);
        for (int again = 2; isKnown(name); again++) {
            name = KeptNames.of(origin + "|" + again, original);
        }
        return name;
    }

    private boolean isKnown(Identifier name) {
        return rows.stream()
                .anyMatch(row -> row.name().equals(name.text())
                        && !(row.isUnderWay() && row.isOf(turn.version(), turn.direction())));
    }

    /** The reserved name of a type that only what is kept going one way uses. */
    Identifier typeName(Direction direction, QualifiedName type) {
        return KeptNames.of("%s|%s|TYPE|%s".formatted(turn.version(), direction, type), type.name());
    }
}
