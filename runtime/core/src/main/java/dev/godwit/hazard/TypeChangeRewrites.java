package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Sized;
import java.util.List;

/** Every row is written again under a lock, unless the new type only has more room for the same values. */
final class TypeChangeRewrites implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> alterColumn(AlterColumn change) {
                if (!situation.isInUse(change.table())
                        || isFree(change.from().type(), change.to().type())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4107",
                        Hazard.COPIES_TABLE,
                        Ref.of(change.table(), change.to().name()),
                        situation.databases(),
                        ("Changing the type of %s.%s writes every row again under a lock that stops all writes. On a "
                                        + "large table add a new column, fill it in batches, and drop this one later.")
                                .formatted(change.table(), change.to().name())));
            }
        });
    }

    /** Whether the values stay as they are; a list of enum values has rules of its own. */
    private static boolean isFree(Type from, Type to) {
        return from.equals(to)
                || from instanceof EnumOf && to instanceof EnumOf
                || from instanceof Sized small
                        && to instanceof Sized large
                        && small.kind() == Sized.Kind.VARCHAR
                        && large.kind() == Sized.Kind.VARCHAR
                        && small.length() <= large.length()
                || from instanceof Numeric small
                        && to instanceof Numeric large
                        && small.scale() == large.scale()
                        && small.precision() <= large.precision();
    }
}
