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
import java.util.stream.Stream;

/**
 * Asks whether values move, where a column goes and one comes in a table whose rows belong to its own: of the same name, or
 * of another one where a table comes or goes that holds nothing else, as that of a collection does.
 */
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
                .filter(column -> isValue(going, column.name()))
                .toList();
        return (known || !values.isEmpty())
                && values.stream().allMatch(column -> isExplained(Ref.of(going.name(), column.name())));
    }

    private static boolean isKey(Table table, Identifier column) {
        return table.primaryKey().filter(key -> key.columns().contains(column)).isPresent()
                || table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column));
    }

    /** Whether it tells more than which row it is: what a set holds is part of its key, and all that it holds. */
    private static boolean isValue(Table table, Identifier column) {
        return !isKey(table, column) || isLone(table, column);
    }

    private static boolean isLone(Table table, Identifier column) {
        return LoneValue.of(table).filter(value -> value.name().equals(column)).isPresent();
    }

    private void review(Table former) {
        former.columns().values().stream()
                .filter(column -> !isThere(after, former.name(), column.name()))
                .filter(column -> isValue(former, column.name()))
                .filter(column -> !moves.isSource(Ref.of(former.name(), column.name())))
                .forEach(column -> review(former, column));
    }

    private void review(Table former, Column going) {
        Ref from = Ref.of(former.name(), going.name());
        List<Table> others = new TreeMap<>(after.tables())
                .values().stream()
                        .filter(other -> !other.name().equals(former.name()))
                        .toList();
        others.forEach(other -> comes(other, going)
                .filter(coming -> coming.name().equals(going.name()))
                .filter(coming -> isJoined(from, Ref.of(other.name(), coming.name())))
                .forEach(coming -> ask(from, Ref.of(other.name(), coming.name()))));
        if (!asked.contains(from)) {
            others.stream()
                    .filter(other -> isCollected(former, going, other))
                    .forEach(other -> comes(other, going)
                            .filter(coming -> isJoined(from, Ref.of(other.name(), coming.name())))
                            .forEach(coming -> ask(from, Ref.of(other.name(), coming.name()))));
        }
    }

    /** The columns that are new in a table and could hold the values of one that goes. */
    private Stream<Column> comes(Table other, Column going) {
        return other.columns().values().stream()
                .filter(coming -> !isThere(before, other.name(), coming.name()))
                .filter(coming -> isValue(other, coming.name()) && Likeness.of(going, coming))
                .filter(coming -> !moves.isTarget(Ref.of(other.name(), coming.name())));
    }

    /**
     * Whether the one table comes, or the other goes, and holds one column alone, while nothing in the table that stays
     * could be the same column under another name.
     */
    private boolean isCollected(Table former, Column going, Table other) {
        Optional<Table> left = after.table(former.name());
        Optional<Table> there = before.table(other.name());
        boolean into = there.isEmpty() && LoneValue.of(other).isPresent();
        boolean outOf = left.isEmpty() && isLone(former, going.name());
        return left.isPresent() && into && comes(left.get(), going).findAny().isEmpty()
                || there.isPresent()
                        && outOf
                        && there.get().columns().values().stream()
                                .noneMatch(gone -> !isThere(after, other.name(), gone.name()));
    }

    private static boolean isThere(Schema schema, QualifiedName table, Identifier column) {
        return schema.table(table).flatMap(found -> found.column(column)).isPresent();
    }

    /** Rows that would need a key of their own are not made by moving values. */
    private boolean isJoined(Ref from, Ref to) {
        List<List<Pair>> joins = new Joins(before, after).between(from.object(), to.object());
        if (joins.size() != 1 || before.table(to.object()).isPresent()) {
            return joins.size() == 1;
        }
        Table other = after.table(to.object()).orElseThrow();
        return Moves.missing(other, List.of(new Move(from, to, joins.get(0), true)))
                .filter(missing -> isKey(other, missing))
                .isEmpty();
    }

    private void ask(Ref from, Ref to) {
        asked.add(from);
        Identifier column = from.column().orElseThrow();
        Ref source = Ref.of(back.table(from.object()), back.column(from.object(), column));
        findings.add(MoveMessages.likely(to, origins.nearest(to), from, source));
    }
}
