package dev.godwit.dialect.standard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.DropSequence;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sequence of a key that the database has made, or makes from now on. */
public final class KeySequence {

    private KeySequence() {}

    /**
     * The sequence that the migration makes, or drops, for the key: the only one, or the one that is called after the table.
     *
     * @param changes all of the migration; a sequence that it makes has to come before the column's change
     */
    public static Optional<Sequence> of(AlterColumn change, List<Change> changes, Schema schema) {
        List<Sequence> candidates = (change.from().identity()
                        ? made(changes.subList(0, Math.max(0, changes.indexOf(change))))
                        : dropped(changes, schema))
                .toList();
        return candidates.stream()
                .filter(sequence -> candidates.size() == 1 || isCalledAfter(sequence.name(), change.table()))
                .findFirst();
    }

    private static Stream<Sequence> made(List<Change> changes) {
        return changes.stream()
                .filter(CreateSequence.class::isInstance)
                .map(each -> ((CreateSequence) each).sequence());
    }

    private static Stream<Sequence> dropped(List<Change> changes, Schema schema) {
        return changes.stream()
                .filter(DropSequence.class::isInstance)
                .flatMap(each -> schema.sequence(((DropSequence) each).sequence()).stream());
    }

    private static boolean isCalledAfter(QualifiedName sequence, QualifiedName table) {
        return sequence.name()
                .text()
                .toLowerCase(Locale.ROOT)
                .equals(table.name().text().toLowerCase(Locale.ROOT) + "_seq");
    }
}
