package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.phased.SqlNames;
import dev.godwit.dialect.phased.TypeChange;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The keys and indexes of a column, built on the one beside it under reserved names before they take its place. */
final class BesideKeys {

    private final Site site;
    private final TypeChange change;
    private final Table table;
    private final Identifier column;

    BesideKeys(Site site, TypeChange change) {
        this.site = site;
        this.change = change;
        this.table = site.progress().table(change.table());
        this.column = change.from().name();
    }

    /** A key or an index on the column, and what takes its place. */
    record Replaced(String object, Index beside) {}

    List<Index> indexes() {
        return Stream.of(primaryKey(), uniqueKeys(), plain())
                .flatMap(List::stream)
                .map(Replaced::beside)
                .toList();
    }

    /** The primary key, if the column is a part of it. */
    private List<Replaced> primaryKey() {
        return table.primaryKey().map(PrimaryKey::columns).filter(columns -> columns.contains(column)).stream()
                .map(columns -> replaced(columns, "primary key"))
                .toList();
    }

    private List<Replaced> uniqueKeys() {
        return table.uniqueKeys().stream()
                .filter(key -> key.columns().contains(column))
                .peek(this::refuseOptions)
                .map(key -> replaced(key.columns(), "unique"))
                .toList();
    }

    private void refuseOptions(UniqueKey key) {
        if (key.options().isPresent()) {
            throw PhasedRefusals.cannot(
                    "column %s.%s gets another type".formatted(table.name(), column),
                    "it is in a unique key with options, which no index of its own can stand in for");
        }
    }

    private Replaced replaced(List<Identifier> columns, String kind) {
        Index index = Index.of(change.name(kind + columns, column), columns).withUnique(true);
        return new Replaced(kind, moved(index, index.name()));
    }

    private List<Replaced> plain() {
        return table.indexes().stream()
                .filter(this::names)
                .map(index -> new Replaced(
                        site.quote(index.name()), moved(index, change.name("index " + index.name(), index.name()))))
                .toList();
    }

    private boolean names(Index index) {
        return index.columns().contains(column)
                || Stream.concat(
                                index.options().stream(),
                                index.parts().stream().flatMap(part -> part.expression().stream()))
                        .anyMatch(sql -> SqlNames.mentions(sql, column));
    }

    private Index moved(Index index, Identifier name) {
        Identifier beside = change.beside().name();
        List<Index.Part> parts = index.parts().stream()
                .map(part -> new Index.Part(
                        part.column().map(each -> each.equals(column) ? beside : each),
                        part.expression().map(this::moved),
                        part.order()))
                .toList();
        return new Index(
                name, parts, index.unique(), index.type(), index.options().map(this::moved));
    }

    private String moved(String sql) {
        return SqlNames.replace(
                sql, Set.of(column), any -> site.quote(change.beside().name()));
    }

    /** Statements in PL/pgSQL by which the column's keys and indexes go, and those beside take their place and name. */
    List<String> replace(PostgresqlCatalog catalog) {
        List<String> statements = new ArrayList<>();
        Stream.concat(primaryKey().stream(), uniqueKeys().stream())
                .forEach(key -> statements.add(replace(key, catalog)));
        for (Replaced index : plain()) {
            statements.add("drop index " + qualified(index.object()));
            statements.add("alter index %s rename to %s"
                    .formatted(site.quote(table.name().withName(index.beside().name())), index.object()));
        }
        return statements;
    }

    private String qualified(String index) {
        String whole = site.quote(table.name());
        return whole.substring(
                        0, whole.length() - site.quote(table.name().name()).length())
                + index;
    }

    /** The name may be one that the database made. */
    private String replace(Replaced key, PostgresqlCatalog catalog) {
        List<Identifier> columns = key.beside().columns().stream()
                .map(each -> each.equals(change.beside().name()) ? column : each)
                .toList();
        String literal = site.dialect().literal(site.quote(table.name()));
        return """
                select c.conname into strict key from pg_constraint c where c.conrelid = %1$s::regclass and %2$s;
                execute format('alter table %%s drop constraint %%I', %1$s, key);
                execute format('alter table %%s add constraint %%I %3$s using index %%I', %1$s, key, %4$s)""".formatted(
                literal,
                catalog.isKeyOn(columns).replace("in ('p', 'u')", key.object().equals("unique") ? "= 'u'" : "= 'p'"),
                key.object(),
                site.dialect().literal(site.dialect().catalogName(key.beside().name())));
    }

    /** Asks for what would stay with the column that goes. */
    Guard noOthers(PostgresqlCatalog catalog) {
        QualifiedName origin = site.progress().originOf(table.name());
        List<List<Identifier>> keys = Stream.concat(
                        table.primaryKey().map(PrimaryKey::columns).stream(),
                        table.uniqueKeys().stream().map(UniqueKey::columns))
                .toList();
        return Guard.listing(
                catalog.othersOn(
                        origin,
                        site.progress().originOf(table.name(), column),
                        keys,
                        table.indexes().stream().map(Index::name).toList()),
                PhasedRefusals.othersStand(table.name(), column));
    }
}
