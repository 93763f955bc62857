package dev.godwit.dialect.phased;

import dev.godwit.change.AlterColumn;
import dev.godwit.schema.Column;
import dev.godwit.schema.Type.EnumOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values that an enum loses, while a version runs that may still write them.
 *
 * @param change of the type alone
 * @param before as the running version knows it
 * @param after as the new version knows it
 */
record EnumChange(AlterColumn change, EnumOf before, EnumOf after) {

    /** Empty: no enum, or one that loses nothing. */
    static Optional<EnumChange> of(AlterColumn change) {
        return change.from().type() instanceof EnumOf before
                        && change.to().type() instanceof EnumOf after
                        && before.storage() == after.storage()
                        && before.typeName().equals(after.typeName())
                        && loses(before, after)
                ? Optional.of(new EnumChange(change, before, after))
                : Optional.empty();
    }

    private static boolean loses(EnumOf before, EnumOf after) {
        return isOrdinal(before)
                ? before.values().size() != after.values().size() && !Widening.isWider(before, after)
                : !after.values().containsAll(before.values());
    }

    private static boolean isOrdinal(EnumOf type) {
        return type.storage() == EnumOf.Storage.ORDINAL;
    }

    /** Whether a stored value means another constant for each version. */
    boolean meansOther() {
        return isOrdinal(before) && !Widening.isWider(after, before);
    }

    /** Whether the new version has values that the running one does not know. */
    boolean adds() {
        return !before.values().containsAll(after.values());
    }

    /** The column while both versions write it. */
    Column both() {
        List<String> values = new ArrayList<>(before.values());
        after.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
        return change.from()
                .withType(new EnumOf(
                        before.storage(), values, Math.max(before.length(), after.length()), before.typeName()));
    }
}
