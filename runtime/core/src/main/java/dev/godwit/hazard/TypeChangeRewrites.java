package dev.godwit.hazard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every row is written again under a lock, unless the new type only has more room for the same values. */
final class TypeChangeRewrites implements Rule {

    private static final Set<Simple.Kind> WHOLE_NUMBERS =
            EnumSet.of(Simple.Kind.TINYINT, Simple.Kind.SMALLINT, Simple.Kind.INTEGER, Simple.Kind.BIGINT);

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
                        isOfTheSameKind(change.from().type(), change.to().type())
                                ? resized(change)
                                : converted(change)));
            }
        });
    }

    /** Whether one of the two holds all that the other one does, so that two versions can share it. */
    private static boolean isOfTheSameKind(Type from, Type to) {
        return areWholeNumbers(from, to)
                || from instanceof Sized before && to instanceof Sized after && before.kind() == after.kind()
                || from instanceof Numeric narrow && to instanceof Numeric wide && narrow.scale() == wide.scale();
    }

    private static boolean areWholeNumbers(Type from, Type to) {
        return from instanceof Simple before
                && to instanceof Simple after
                && WHOLE_NUMBERS.contains(before.kind())
                && WHOLE_NUMBERS.contains(after.kind());
    }

    private static String resized(AlterColumn change) {
        return ("Changing the type of %s.%s writes every row again. In two phases, as godwit:migrate does on a database in "
                        + "use, PostgreSQL and MariaDB 11.2 do that beside those who use the table; otherwise a lock stops "
                        + "all writes meanwhile.")
                .formatted(change.table(), change.to().name());
    }

    private static String converted(AlterColumn change) {
        return ("Changing the type of %1$s.%2$s writes every row again under a lock that stops all writes, and two versions "
                        + "of the application cannot use it under one name. Where one runs meanwhile, give the attribute a "
                        + "column of another name: @Column(name = \"%2$s_new\") @Backfill(value = \"<SQL over %2$s>\", "
                        + "reverse = \"<SQL over %2$s_new>\", reverseColumn = \"%2$s\").")
                .formatted(change.table(), change.to().name());
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
