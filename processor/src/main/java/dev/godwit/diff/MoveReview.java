package dev.godwit.diff;

import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks whether values move, where a column goes and one of the same name comes in a table whose rows belong to its own. */
final class MoveReview {

    private final Schema before;
    private final Schema after;
    private final Moves moves;
    private final Renames back;
    private final Origins origins;
    private final Set<Ref> asked = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param before the snapshot's schema, with tables and columns under the names that they have in the model */
    MoveReview(Schema before, Schema after, Moves moves, Renames back, Origins origins) {
        this.before = before;
        this.after = after;
        this.moves = moves;
        this.back = back;
        this.origins = origins;
        new TreeMap<>(before.tables()).values().forEach(this::review);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether it is known, or asked, what becomes of the values of a column that goes. */
    boolean isExplained(Ref column) {
        return moves.isSource(column) || asked.contains(column);
    }

    /** Whether that holds for all that a table had beside what tells its rows apart. */
    boolean isExplained(Table going) {
        boolean known = moves.isPart(going.name());
        List<Column> values = going.columns().values().stream()
                .filter(column -> !isKey(going, column.name()))
                .toList();
        return (known || !values.isEmpty())
                && values.stream().allMatch(column -> isExplained(Ref.of(going.name(), column.name())));
    }

    private static boolean isKey(Table table, Identifier column) {
        return table.primaryKey().filter(key -> key.columns().contains(column)).isPresent()
                || table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column));
    }

    private void review(Table former) {
        Optional<Table> table = after.table(former.name());
        former.columns().values().stream()
                .filter(column ->
                        table.flatMap(now -> now.column(column.name())).isEmpty())
                .filter(column -> !isKey(former, column.name()))
                .filter(column -> !moves.isSource(Ref.of(former.name(), column.name())))
                .forEach(column -> new TreeMap<>(after.tables())
                        .values().stream()
                                .filter(other -> isLikely(former, column, other))
                                .forEach(other -> ask(former.name(), other.name(), column.name())));
    }

    private boolean isLikely(Table former, Column column, Table other) {
        Ref to = Ref.of(other.name(), column.name());
        if (other.name().equals(former.name()) || moves.isTarget(to)) {
            return false;
        }
        boolean comes = before.table(other.name())
                .flatMap(table -> table.column(column.name()))
                .isEmpty();
        return comes
                && other.column(column.name())
                        .filter(added -> Likeness.of(column, added))
                        .isPresent()
                && !isKey(other, column.name())
                && isJoined(former.name(), column.name(), other);
    }

    /** Rows that would need a key of their own are not made by moving values. */
    private boolean isJoined(QualifiedName from, Identifier column, Table other) {
        List<List<Pair>> joins = new Joins(before, after).between(from, other.name());
        if (joins.size() != 1 || before.table(other.name()).isPresent()) {
            return joins.size() == 1;
        }
        Move move = new Move(Ref.of(from, column), Ref.of(other.name(), column), joins.get(0), true);
        return Moves.missing(other, List.of(move))
                .filter(missing -> isKey(other, missing))
                .isEmpty();
    }

    private void ask(QualifiedName from, QualifiedName to, Identifier column) {
        Ref place = Ref.of(to, column);
        asked.add(Ref.of(from, column));
        findings.add(MoveMessages.likely(place, origins.nearest(place), Ref.of(from, column), back.table(from)));
    }
}
