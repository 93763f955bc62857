package dev.godwit.dialect.phased;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Trial;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
                            "executed"));
        }
    }

    /** The same question before contract. */
    Guard between(QualifiedName table, List<Side> sides) {
        return guard(table, table, UnaryOperator.identity(), sides, UnaryOperator.identity(), "contracted");
    }

    private Guard guard(
            QualifiedName table,
            QualifiedName standing,
            UnaryOperator<Identifier> column,
            List<Side> sides,
            UnaryOperator<String> value,
            String done) {
        String name = site.quote(PhaseNames.of(table, "trial", table.name()));
        String definitions = sides.stream()
                .map(Side::column)
                .map(each -> site.quote(each.name()) + " " + site.dialect().render(each.type()))
                .collect(Collectors.joining(", "));
        String insert = "insert into %s select %s from %s"
                .formatted(
                        name,
                        sides.stream().map(side -> value.apply(side.value())).collect(Collectors.joining(", ")),
                        site.quote(standing));
        Optional<List<Identifier>> key = new Filling(site)
                .order(table)
                .map(order -> order.stream().map(column).toList());
        boolean mysql = site.dialect().kind() != DatabaseKind.POSTGRESQL;
        Trial trial = new Trial(
                "create temporary table %s (%s)%s".formatted(name, definitions, mysql ? " engine=InnoDB" : ""),
                new Work.Fill(standing, key.orElse(List.of()), insert, "1 = 1", List.of()),
                key.isPresent(),
                (mysql ? "drop temporary table " : "drop table ") + name,
                PhasedRefusals.invalidValue(table, sides));
        return Guard.trying(trial, PhasedRefusals.cannotBeComputed(table, sides, done));
    }
}
