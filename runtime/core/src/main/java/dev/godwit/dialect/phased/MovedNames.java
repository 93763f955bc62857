package dev.godwit.dialect.phased;

import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameTable;
import dev.godwit.dialect.DialectException;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Names by which the triggers of moves know tables and columns until contract, so that they stay as they are from then on. */
final class MovedNames {

    private final List<MoveValues> moves = new ArrayList<>();
    private final Set<Ref> renamed = new HashSet<>();

    /** Something that the migration itself has made, and that has got another name. */
    void renamedAnew(Ref named) {
        renamed.add(named);
    }

    /**
     * Values that are kept in step.
     *
     * @throws DialectException when what the migration has made for them has got another name: that is taken back before
     *     their triggers are
     */
    void add(MoveValues move) {
        Stream.concat(Stream.of(Ref.of(move.from()), Ref.of(move.to())), columns(move))
                .filter(renamed::contains)
                .findFirst()
                .ifPresent(named -> {
                    throw PhasedRefusals.cannot(
                            "values of %s move to %s".formatted(move.from(), move.to()),
                            "%s has got its name in the migration that makes it (let it have that name from the start)"
                                    .formatted(named));
                });
        moves.add(move);
    }

    /** The columns that a move is about. */
    static Stream<Ref> columns(MoveValues move) {
        return Stream.of(move.from(), move.to())
                .flatMap(table -> names(move, table).map(column -> Ref.of(table, column)));
    }

    /** @throws DialectException when values have moved from or to the table before */
    void refuse(RenameTable change) {
        moves.stream()
                .filter(move -> move.from().equals(change.from()) || move.to().equals(change.from()))
                .findFirst()
                .ifPresent(move -> {
                    throw PhasedRefusals.renamedAfterMove(
                            "table " + change.from(), change.to().toString(), move);
                });
    }

    /** @throws DialectException when values of the column, or by it, have moved before */
    void refuse(RenameColumn change) {
        moves.stream()
                .filter(move -> names(move, change.table()).anyMatch(change.from()::equals))
                .findFirst()
                .ifPresent(move -> {
                    throw PhasedRefusals.renamedAfterMove(
                            "column %s.%s".formatted(change.table(), change.from()),
                            change.to().toString(),
                            move);
                });
    }

    private static Stream<Identifier> names(MoveValues move, QualifiedName table) {
        Stream<Pair> pairs = Stream.concat(move.join().stream(), move.columns().stream());
        if (move.from().equals(table)) {
            Stream<Identifier> kind = move.newRows() ? kind(move) : Stream.empty();
            return Stream.concat(pairs.map(Pair::from), kind);
        }
        Stream<Identifier> kind = move.newRows() ? Stream.empty() : kind(move);
        return move.to().equals(table) ? Stream.concat(pairs.map(Pair::to), kind) : Stream.empty();
    }

    private static Stream<Identifier> kind(MoveValues move) {
        return move.kind().stream().map(MoveValues.Kind::column);
    }
}
