package dev.godwit.dialect.postgresql;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.Column;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Numeric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The actions of one {@code alter table} that give a column another type, default or nullability. */
final class PostgresqlAlterations {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "float", "float4", "real", "double");

    private static final Set<String> TEXTS = Set.of("varchar", "char", "text");

    private PostgresqlAlterations() {}

    static List<String> of(Site site, AlterColumn change, ColumnDifference difference) {
        Column from = change.from();
        Column to = change.to();
        String column = "alter column " + site.quote(to.name()) + " ";
        List<String> actions = new ArrayList<>();
        boolean converts = difference.type() || change.conversion().isPresent();
        boolean convertsDefault = converts && from.defaultSql().isPresent();
        if (convertsDefault) {
            actions.add(column + "drop default");
        }
        if (converts) {
            actions.add(column + "type " + site.dialect().render(to.type()) + collation(to) + using(site, change));
        }
        if (to.defaultSql().isPresent() && (difference.defaultValue() || convertsDefault)) {
            actions.add(column + "set default " + to.defaultSql().get());
        } else if (difference.defaultValue() && !convertsDefault && !from.identity()) {
            actions.add(column + "drop default");
        }
        if (difference.becomesNullable()) {
            actions.add(column + "drop not null");
        }
        return actions;
    }

    private static String collation(Column to) {
        return to.collation().map(name -> " collate \"" + name + "\"").orElse("");
    }

    /**
     * Numbers convert to numbers and texts to texts by assignment, which refuses what does not fit; an explicit cast
     * would cut it.
     */
    private static String using(Site site, AlterColumn change) {
        return value(site, change).map(sql -> " using " + sql).orElse("");
    }

    /** The new value, where it is not the old one by assignment. */
    static Optional<String> value(Site site, AlterColumn change) {
        if (change.conversion().isPresent()) {
            return Optional.of("(" + change.conversion().get() + ")");
        }
        String from = site.dialect().render(change.from().type());
        String to = site.dialect().render(change.to().type());
        boolean assignable = bothIn(NUMBERS, from, to) || bothIn(TEXTS, from, to);
        boolean through = isEnum(change.from().type()) || isEnum(change.to().type());
        return assignable || from.equals(to)
                ? Optional.empty()
                : Optional.of(site.quote(change.to().name()) + (through ? "::text::" : "::") + to);
    }

    private static boolean isEnum(Type type) {
        return type instanceof Type.EnumOf;
    }

    private static boolean bothIn(Set<String> family, String from, String to) {
        return family.contains(word(from)) && family.contains(word(to));
    }

    private static String word(String type) {
        return type.split("[ (]", 2)[0];
    }

    /** Whether the rows stay as they are: longer texts, and more digits before the point. */
    static boolean keepsRows(AlterColumn change, ColumnDifference difference) {
        return change.conversion().isEmpty()
                && change.from().collation().equals(change.to().collation())
                && (difference.longerText()
                        || moreDigits(change.from().type(), change.to().type()));
    }

    private static boolean moreDigits(Type from, Type to) {
        return from instanceof Numeric before
                && to instanceof Numeric after
                && before.scale() == after.scale()
                && before.precision() <= after.precision();
    }
}
