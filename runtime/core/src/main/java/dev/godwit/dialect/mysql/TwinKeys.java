package dev.godwit.dialect.mysql;

import dev.godwit.dialect.phased.TwinIndexes;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys and indexes of a column that gets a twin: the same on the twin, under reserved names, which take the names of
 * the old ones at contract. A foreign key that cascades fires no trigger, so the twin needs one of its own.
 */
final class TwinKeys {

    /** What stands on the twin and what it replaces: an index, or the one that a server makes behind a foreign key. */
    private record Replaced(Index twin, Identifier name, Work swap) {}

    private final Site site;
    private final MysqlKeySteps keys;
    private final QualifiedName name;
    private final Table table;
    private final Identifier column;
    private final Identifier twin;

    TwinKeys(Site site, MysqlKeySteps keys, Table table, Identifier column, Identifier twin) {
        this.site = site;
        this.keys = keys;
        this.name = table.name();
        this.table = table;
        this.column = column;
        this.twin = twin;
    }

    private List<ForeignKey> foreignKeys() {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column))
                .toList();
    }

    private ForeignKey moved(ForeignKey key) {
        return TwinIndexes.moved(name, key, column, twin);
    }

    private Index moved(Index index) {
        return TwinIndexes.moved(name, index, column, twin);
    }

    private List<Replaced> indexes() {
        List<Replaced> all = new ArrayList<>();
        for (UniqueKey key : table.uniqueKeys()) {
            if (key.columns().contains(column)) {
                all.add(unique(key));
            }
        }
        for (Index index : table.indexes()) {
            if (index.columns().contains(column)) {
                all.add(new Replaced(moved(index), index.name(), swap(moved(index), index.name(), index.name())));
            }
        }
        for (ForeignKey key : foreignKeys()) {
            if (!ForeignKeyIndexes.isServed(table, key.columns())) {
                Index behind = moved(Index.of(key.name(), key.columns()));
                all.add(new Replaced(behind, key.name(), new Work.Sql(renamed(behind, key.name()))));
            }
        }
        return all;
    }

    private Replaced unique(UniqueKey key) {
        Index index = moved(Index.of(column, key.columns()).withUnique(true));
        UniqueKey after = key.withColumns(key.columns().stream()
                .map(each -> each.equals(column) ? twin : each)
                .toList());
        Identifier to = UniqueKeyNames.named(name, after).name().orElseThrow();
        Work swap = key.name()
                .<Work>map(from -> swap(index, from, to))
                .orElseGet(() -> site.catalog()
                        .namedByDatabase(
                                name,
                                key,
                                site.alter(name) + "drop index " + Work.NamedByDatabase.NAME + ", "
                                        + renaming(index, to)));
        return new Replaced(index, to, swap);
    }

    private Work swap(Index from, Identifier old, Identifier to) {
        return new Work.Sql(site.alter(name) + "drop index " + site.quote(old) + ", " + renaming(from, to));
    }

    private String renamed(Index from, Identifier to) {
        return site.alter(name) + renaming(from, to);
    }

    private String renaming(Index from, Identifier to) {
        return "rename index %s to %s%s"
                .formatted(site.quote(from.name()), site.quote(to), Algorithm.INPLACE.of(site, name));
    }

    /** The same keys and indexes on the twin. */
    List<Draft> create() {
        List<Draft> steps = new ArrayList<>();
        for (Replaced replaced : indexes()) {
            Index index = replaced.twin();
            steps.add(site.writer()
                    .ddl(
                            "create index %s on %s".formatted(index.name(), name),
                            site.definitions().createIndex(Table.of(name, List.of()), index, "")
                                    + MysqlIndexSteps.manner(site, name),
                            Algorithm.INPLACE.cost(name),
                            Catalog.once(site.catalog().hasIndex(name, index.name()))));
        }
        foreignKeys().forEach(key -> steps.add(keys.addUnproved(name, moved(key))));
        return steps;
    }

    /** The indexes on the twin take the names of the old ones, which go. */
    List<Draft> takeNames() {
        return indexes().stream()
                .map(replaced -> site.writer()
                        .ddl(
                                "let an index on %s.%s take the name %s".formatted(name, twin, replaced.name()),
                                replaced.swap(),
                                Cost.online("none, while the index is dropped beside the users of " + name),
                                Catalog.onceNot(site.catalog()
                                        .hasIndex(name, replaced.twin().name()))))
                .toList();
    }

    /** The foreign keys on the twin get the names of the old ones, which are gone. */
    List<Draft> takeForeignKeys() {
        List<Draft> steps = new ArrayList<>();
        for (ForeignKey key : foreignKeys()) {
            ForeignKey moved = moved(key);
            steps.add(keys.addUnproved(name, moved.withName(key.name())));
            steps.add(drop(moved));
        }
        return steps;
    }

    /** Nothing is left of what {@link #create} made. */
    List<Draft> drop() {
        List<Draft> steps = new ArrayList<>();
        foreignKeys().forEach(key -> steps.add(drop(moved(key))));
        for (Replaced replaced : indexes()) {
            steps.add(site.writer()
                    .ddl(
                            "drop index %s of %s".formatted(replaced.twin().name(), name),
                            site.alter(name) + "drop index "
                                    + site.quote(replaced.twin().name()) + Algorithm.INPLACE.of(site, name),
                            Algorithm.INSTANT.cost(name),
                            Catalog.onceNot(site.catalog()
                                    .hasIndex(name, replaced.twin().name()))));
        }
        return steps;
    }

    private Draft drop(ForeignKey key) {
        Resume once = Catalog.onceNot(site.catalog().hasConstraint(name, key.name()));
        return site.writer()
                .ddl(
                        "drop foreign key %s of %s".formatted(key.name(), name),
                        site.alter(name) + "drop foreign key " + site.quote(key.name())
                                + Algorithm.INPLACE.of(site, name),
                        Algorithm.INPLACE.cost(name),
                        once);
    }
}
