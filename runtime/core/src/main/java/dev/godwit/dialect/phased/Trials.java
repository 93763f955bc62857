package dev.godwit.dialect.phased;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Trial;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has values computed for the rows that are there, so that a migration which would stop at one of them does not begin. */
final class Trials {

    private final Site site;

    Trials(Site site) {
        this.site = site;
    }

    /** Asks before anything is executed; of columns that the migration itself brings nothing is known then. */
    void before(QualifiedName table, List<Side> sides) {
        Set<Identifier> columns = site.progress().table(table).columns().keySet();
        boolean asIs = sides.stream()
                .allMatch(side -> columns.stream()
                        .filter(column -> SqlNames.mentions(side.value(), column))
                        .allMatch(column -> site.progress().isAsIs(table, List.of(column))));
        if (asIs && !site.progress().isNew(table)) {
            UnaryOperator<String> standing = sql -> SqlNames.replace(
                    sql, columns, column -> site.quote(site.progress().originOf(table, column)));
            site.progress()
                    .guardRows(guard(
                            table,
                            site.progress().originOf(table),
                            column -> site.progress().originOf(table, column),
                            sides,
                            standing,
                            "1 = 1",
                            "executed"));
        }
    }

    /**
     * Asks before anything is executed whether the database takes the SQL of the way back at all, by columns that are not
     * there yet: a trigger would not be asked before a row is written, and then the application's statement fails.
     */
    void wayBack(QualifiedName table, List<Side> old, List<Side> fresh) {
        List<Identifier> read = site.progress().table(table).columns().keySet().stream()
                .filter(column ->
                        fresh.stream().noneMatch(side -> side.column().name().equals(column)))
                .filter(column -> old.stream().anyMatch(side -> SqlNames.mentions(side.value(), column)))
                .toList();
        if (site.progress().isNew(table) || !site.progress().isAsIs(table, read)) {
            return;
        }
        Stream<String> standing = read.stream()
                .map(column ->
                        "%s as %s".formatted(site.quote(site.progress().originOf(table, column)), site.quote(column)));
        Stream<String> coming = fresh.stream()
                .map(Side::column)
                .map(column -> "%s as %s".formatted(none(column), site.quote(column.name())));
        String rows = "(select %s from %s where 1 = 0) %s"
                .formatted(
                        Stream.concat(standing, coming).collect(Collectors.joining(", ")),
                        site.quote(site.progress().originOf(table)),
                        site.quote(table.name()));
        String name = site.quote(PhaseNames.of(table, "trial", table.name()));
        Trial trial = trial(
                name,
                old,
                new Work.Fill(table, List.of(), insert(name, old, UnaryOperator.identity(), rows), "1 = 1", List.of()),
                PhasedRefusals.invalidValue(table, old));
        site.progress().guardRows(Guard.trying(trial, PhasedRefusals.invalidValue(table, old)));
    }

    /** No value of the column's type: PostgreSQL chooses functions by it. */
    private String none(Column column) {
        return isPostgresql() ? "cast(null as %s)".formatted(site.dialect().render(column.type())) : "null";
    }

    private boolean isPostgresql() {
        return site.dialect().kind() == DatabaseKind.POSTGRESQL;
    }

    /** The same question before contract. */
    Guard between(QualifiedName table, List<Side> sides) {
        return between(table, sides, "1 = 1");
    }

    /** @param rows the condition of those whose values are computed */
    Guard between(QualifiedName table, List<Side> sides, String rows) {
        return guard(table, table, UnaryOperator.identity(), sides, UnaryOperator.identity(), rows, "contracted");
    }

    private Guard guard(
            QualifiedName table,
            QualifiedName standing,
            UnaryOperator<Identifier> column,
            List<Side> sides,
            UnaryOperator<String> value,
            String rows,
            String done) {
        String name = site.quote(PhaseNames.of(table, "trial", table.name()));
        Optional<List<Identifier>> key = new Filling(site)
                .order(table)
                .map(order -> order.stream().map(column).toList());
        Work.Fill fill = new Work.Fill(
                standing, key.orElse(List.of()), insert(name, sides, value, site.quote(standing)), rows, List.of());
        return Guard.trying(
                trial(name, sides, fill, PhasedRefusals.invalidValue(table, sides)),
                PhasedRefusals.cannotBeComputed(table, sides, done));
    }

    private static String insert(String name, List<Side> sides, UnaryOperator<String> value, String from) {
        return "insert into %s select %s from %s"
                .formatted(
                        name,
                        sides.stream().map(side -> value.apply(side.value())).collect(Collectors.joining(", ")),
                        from);
    }

    /** With a table of this session that holds the values of columns, whether or not they may be NULL. */
    private Trial trial(String name, List<Side> sides, Work.Fill insert, String invalid) {
        String definitions = sides.stream()
                .map(Side::column)
                .map(each -> site.quote(each.name()) + " " + site.dialect().render(each.type()))
                .collect(Collectors.joining(", "));
        return new Trial(
                "create temporary table %s (%s)%s".formatted(name, definitions, isPostgresql() ? "" : " engine=InnoDB"),
                insert,
                !insert.key().isEmpty(),
                (isPostgresql() ? "drop table " : "drop temporary table ") + name,
                invalid);
    }
}
