package dev.godwit.dialect.h2;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.IndexSteps;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.plan.KeptNames;
import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables on H2, where the names of indexes, keys and checks belong to the schema. */
final class H2TableSteps extends TableSteps {

    H2TableSteps(Site site, TypeSteps types, KeySteps keys, IndexSteps indexes) {
        super(site, types, keys, indexes);
    }

    @Override
    protected List<Draft> setNamesAside(Table table, QualifiedName kept) {
        List<Draft> steps = new ArrayList<>();
        constraints(table)
                .forEach(name -> steps.add(constraint(table.name(), name, KeptNames.partOf(kept.name(), name))));
        indexes(table).forEach(name -> steps.add(index(table.name(), name, KeptNames.partOf(kept.name(), name))));
        return steps;
    }

    @Override
    protected List<Draft> bringNamesBack(Table table, QualifiedName kept) {
        List<Draft> steps = new ArrayList<>();
        constraints(table)
                .forEach(name -> steps.add(constraint(table.name(), KeptNames.partOf(kept.name(), name), name)));
        indexes(table).forEach(name -> steps.add(index(table.name(), KeptNames.partOf(kept.name(), name), name)));
        return steps;
    }

    private Draft constraint(QualifiedName table, Identifier from, Identifier to) {
        return site.writer()
                .ddl(
                        "rename constraint %s to %s".formatted(from, to),
                        "%srename constraint %s to %s".formatted(site.alter(table), site.quote(from), site.quote(to)),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasConstraint(table, to)));
    }

    private Draft index(QualifiedName table, Identifier from, Identifier to) {
        return site.writer()
                .ddl(
                        "rename index %s to %s".formatted(from, to),
                        "alter index %s rename to %s".formatted(site.quote(table.withName(from)), site.quote(to)),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasIndex(table, to)));
    }

    private static List<Identifier> indexes(Table table) {
        return table.indexes().stream().map(Index::name).toList();
    }

    /** Those that have a name from us; those that H2 has named meet nobody. */
    private static List<Identifier> constraints(Table table) {
        Stream<Check> checks = Stream.concat(
                table.checks().stream(), table.columns().values().stream().flatMap(column -> column.checks().stream()));
        return Stream.of(
                        table.primaryKey().flatMap(PrimaryKey::name).stream(),
                        table.uniqueKeys().stream().map(UniqueKey::name).flatMap(Optional::stream),
                        checks.map(Check::name).flatMap(Optional::stream))
                .flatMap(names -> names)
                .toList();
    }
}
