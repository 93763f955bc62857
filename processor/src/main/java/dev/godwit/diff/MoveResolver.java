package dev.godwit.diff;

import dev.godwit.change.MoveValues.Pair;
import dev.godwit.model.DeclaredMove;
import dev.godwit.model.Model;
import dev.godwit.model.Origin;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns what the entities declare by {@code @MovedFrom} into moves, and says what cannot be done. */
final class MoveResolver {

    private final Schema before;
    private final Schema after;
    private final Renames renames;
    private final Origins origins;
    private final Joins joins;
    private final List<Move> moves = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param before the snapshot's schema, with tables and columns under the names that they have in the model
     */
    MoveResolver(Schema before, Schema after, Model model, Renames renames) {
        this.before = before;
        this.after = after;
        this.renames = renames;
        this.origins = new Origins(model.origins());
        this.joins = new Joins(before, after);
        model.moves().stream().sorted(Comparator.comparing(DeclaredMove::to)).forEach(this::resolve);
        moves.forEach(this::checkRows);
    }

    Moves moves() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)
                ? Moves.NONE
                : new Moves(moves);
    }

    List<Finding> findings() {
        return findings;
    }

    private void resolve(DeclaredMove declared) {
        QualifiedName table = renames.table(declared.table());
        Ref from = Ref.of(table, renames.column(declared.table(), declared.column()));
        Optional<Column> source =
                before.table(table).flatMap(found -> found.column(from.column().orElseThrow()));
        boolean goes = column(after, from).isEmpty();
        if (column(before, declared.to()).isPresent() && !(source.isPresent() && goes)) {
            findings.add(MoveMessages.done(declared.to(), origin(declared.to())));
        } else if (source.isEmpty() || table.equals(declared.to().object())) {
            findings.add(MoveMessages.noSource(declared, origin(declared.to()), source.isPresent()));
        } else {
            move(declared, from, source.get(), goes);
        }
    }

    private void move(DeclaredMove declared, Ref from, Column source, boolean goes) {
        Ref to = declared.to();
        List<List<Pair>> found = joins.between(from.object(), to.object());
        Optional<Move> taken =
                moves.stream().filter(move -> move.from().equals(from)).findFirst();
        TypeChange change = TypeChange.between(
                source.type(), column(after, to).orElseThrow().type());
        if (found.size() != 1) {
            findings.add(MoveMessages.noOneJoin(declared, origin(to), found));
        } else if (taken.isPresent()) {
            findings.add(MoveMessages.twice(declared, origin(to), taken.get().to()));
        } else if (change == TypeChange.MAY_NOT_CONVERT || change == TypeChange.CANNOT_CONVERT) {
            findings.add(MoveMessages.otherType(
                    declared,
                    origin(to),
                    source.type(),
                    column(after, to).orElseThrow().type()));
        } else {
            if (change == TypeChange.NARROWS) {
                findings.add(DiffMessages.narrows(
                        to,
                        origin(to),
                        source.type(),
                        column(after, to).orElseThrow().type()));
            }
            if (!goes) {
                findings.add(MoveMessages.copies(declared, origin(to)));
            }
            moves.add(new Move(from, to, found.get(0), goes));
        }
    }

    /** Rows of a new table are made for the values, with the values alone. */
    private void checkRows(Move move) {
        QualifiedName table = move.to().object();
        if (before.table(table).isPresent()) {
            return;
        }
        Table made = after.table(table).orElseThrow();
        Moves.missing(made, moves.stream().filter(move::isBeside).toList())
                .ifPresent(column -> findings.add(MoveMessages.cannotMakeRows(move, origin(move.to()), column)));
    }

    private Optional<Origin> origin(Ref column) {
        return origins.nearest(column);
    }

    private static Optional<Column> column(Schema schema, Ref place) {
        Identifier column = place.column().orElseThrow();
        return schema.table(place.object()).flatMap(table -> table.column(column));
    }
}
