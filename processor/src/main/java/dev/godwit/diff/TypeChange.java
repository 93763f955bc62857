package dev.godwit.diff;

import dev.godwit.diff.TypeShape.Family;
import dev.godwit.schema.Type;

/** What a change of a column's type may do to the values that are there. */
enum TypeChange {
    /** Every value fits. */
    FITS,
    /** Values may be too large or lose digits. */
    NARROWS,
    /** Some values may not be readable as the new type. */
    MAY_NOT_CONVERT,
    /** There is no conversion. */
    CANNOT_CONVERT;

    static TypeChange between(Type from, Type to) {
        if (from.equals(to)) {
            return FITS;
        }
        TypeShape before = TypeShape.of(from);
        TypeShape after = TypeShape.of(to);
        return before.family() == after.family() ? within(before, after) : across(before.family(), after.family());
    }

    private static TypeChange within(TypeShape before, TypeShape after) {
        if (before.family() == Family.OTHER) {
            return MAY_NOT_CONVERT;
        }
        return after.holds(before) ? FITS : NARROWS;
    }

    private static TypeChange across(Family from, Family to) {
        return switch (from) {
            case TEXT -> to == Family.BYTES ? CANNOT_CONVERT : MAY_NOT_CONVERT;
            case NUMBER -> number(to);
            case APPROXIMATE -> to == Family.NUMBER ? NARROWS : toText(to);
            case DATE -> to == Family.TIMESTAMP ? FITS : toText(to);
            case TIMESTAMP -> to == Family.DATE || to == Family.TIME ? NARROWS : toText(to);
            case BOOLEAN -> to == Family.NUMBER ? MAY_NOT_CONVERT : toText(to);
            case TIME, NAMES, UUID -> toText(to);
            case ORDINALS -> to == Family.NUMBER ? FITS : CANNOT_CONVERT;
            case BYTES -> CANNOT_CONVERT;
            case OTHER -> MAY_NOT_CONVERT;
        };
    }

    private static TypeChange number(Family to) {
        return switch (to) {
            case APPROXIMATE -> NARROWS;
            case BOOLEAN, ORDINALS -> MAY_NOT_CONVERT;
            default -> toText(to);
        };
    }

    private static TypeChange toText(Family to) {
        return switch (to) {
            case TEXT -> FITS;
            case OTHER -> MAY_NOT_CONVERT;
            default -> CANNOT_CONVERT;
        };
    }
}
