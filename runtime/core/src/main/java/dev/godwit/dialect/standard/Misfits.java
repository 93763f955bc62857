package dev.godwit.dialect.standard;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Numeric;
import dev.godwit.schema.Type.Simple;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** Finds values that a column's new definition has no room for, before anything is executed. */
final class Misfits {

    private static final Map<Simple.Kind, Integer> BITS =
            Map.of(Simple.Kind.TINYINT, 8, Simple.Kind.SMALLINT, 16, Simple.Kind.INTEGER, 32, Simple.Kind.BIGINT, 64);

    private final Site site;

    Misfits(Site site) {
        this.site = site;
    }

    /** A conversion makes values fit, or says by its failure that they do not. */
    void guard(AlterColumn change, ColumnDifference difference) {
        if (change.conversion().isPresent()) {
            return;
        }
        QualifiedName table = change.table();
        Identifier column = change.to().name();
        if (difference.becomesNotNull()) {
            guard(table, column, "%s is null", Refusals.nullsInTheWay(table, column));
        }
        difference
                .shorterText()
                .ifPresent(length -> guard(
                        table, column, "char_length(%s) > " + length, Refusals.valuesTooLong(table, column, length)));
        site.definitions()
                .lost(
                        change.from().type(),
                        change.to().type(),
                        site.quote(site.progress().originOf(table, column)))
                .ifPresent(condition -> ask(table, column, condition, Refusals.valuesGone(table, column)));
        tooLarge(change.from().type(), change.to().type())
                .ifPresent(condition -> guard(
                        table,
                        column,
                        condition,
                        Refusals.valuesTooLarge(
                                table, column, site.dialect().render(change.to().type()))));
    }

    /** A condition for numbers with more digits before the point than there will be. */
    private static Optional<String> tooLarge(Type from, Type to) {
        Optional<BigInteger> most = most(to);
        boolean fits = most(from)
                .flatMap(before -> most.map(after -> before.compareTo(after) <= 0))
                .orElse(true);
        if (fits) {
            return Optional.empty();
        }
        int scale = to instanceof Numeric numeric ? numeric.scale() : 0;
        boolean rounds = from instanceof Numeric numeric && numeric.scale() > scale;
        String value = rounds ? "round(%s, " + scale + ")" : "%s";
        String upper = most.get() + fraction(to);
        String lower = to instanceof Numeric ? "-" + upper : most.get().not().toString();
        return Optional.of(value + " not between " + lower + " and " + upper);
    }

    /** The largest whole number that an exact type takes. */
    private static Optional<BigInteger> most(Type type) {
        if (type instanceof Numeric numeric) {
            return Optional.of(BigInteger.TEN
                    .pow(Math.max(0, numeric.precision() - numeric.scale()))
                    .subtract(BigInteger.ONE));
        }
        return type instanceof Simple simple && BITS.containsKey(simple.kind())
                ? Optional.of(
                        BigInteger.ONE.shiftLeft(BITS.get(simple.kind()) - 1).subtract(BigInteger.ONE))
                : Optional.empty();
    }

    private static String fraction(Type type) {
        return type instanceof Numeric numeric && numeric.scale() > 0 ? "." + "9".repeat(numeric.scale()) : "";
    }

    private void guard(QualifiedName table, Identifier column, String condition, String refusal) {
        ask(table, column, condition.formatted(site.quote(site.progress().originOf(table, column))), refusal);
    }

    private void ask(QualifiedName table, Identifier column, String condition, String refusal) {
        site.progress()
                .guard(Ref.of(table, column), Guard.listing(new RowChecks(site).rows(table, condition), refusal));
    }
}
