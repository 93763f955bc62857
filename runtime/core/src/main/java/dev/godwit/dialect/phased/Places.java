package dev.godwit.dialect.phased;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddIndex;
import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.Change;
import dev.godwit.change.DropCheck;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropIndex;
import dev.godwit.change.DropUnique;
import dev.godwit.change.FillColumn;
import dev.godwit.change.Footprint;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns a change builds on: narrower than a footprint, which takes a key for a matter of its whole table. */
final class Places {

    private final Schema schema;

    /** @param schema as the change finds it */
    Places(Schema schema) {
        this.schema = schema;
    }

    Set<Ref> of(Change change) {
        if (change instanceof AddUnique add) {
            return columns(add.table(), add.key().columns());
        }
        if (change instanceof DropUnique drop) {
            return columns(drop.table(), drop.key().columns());
        }
        if (change instanceof AddPrimaryKey add) {
            return columns(add.table(), add.key().columns());
        }
        if (change instanceof AddIndex add) {
            return index(add.table(), add.index());
        }
        if (change instanceof DropIndex drop) {
            return schema.table(drop.table()).flatMap(table -> table.index(drop.name())).stream()
                    .flatMap(index -> index(drop.table(), index).stream())
                    .collect(Collectors.toSet());
        }
        if (change instanceof AddForeignKey add) {
            return foreignKey(add.table(), add.key());
        }
        if (change instanceof DropForeignKey drop) {
            return schema.table(drop.table()).flatMap(table -> table.foreignKey(drop.name())).stream()
                    .flatMap(key -> foreignKey(drop.table(), key).stream())
                    .collect(Collectors.toSet());
        }
        if (change instanceof AddCheck add) {
            return named(add.table(), add.check().expression());
        }
        if (change instanceof DropCheck drop) {
            return named(drop.table(), drop.check().expression());
        }
        if (change instanceof AddColumn add) {
            return valued(
                    add.table(),
                    add.column().name(),
                    add.valueForExisting().stream().toList());
        }
        if (change instanceof FillColumn fill) {
            return valued(fill.table(), fill.column(), List.of(fill.value()));
        }
        Footprint footprint = change.footprint();
        Set<Ref> all = new LinkedHashSet<>(footprint.writes());
        all.addAll(footprint.reads());
        return all;
    }

    private Set<Ref> valued(QualifiedName table, Identifier column, List<String> values) {
        Set<Ref> places = columns(table, List.of(column));
        values.forEach(value -> places.addAll(named(table, value)));
        return places;
    }

    private Set<Ref> index(QualifiedName table, Index index) {
        Set<Ref> places = columns(table, index.columns());
        index.parts().forEach(part -> part.expression().ifPresent(sql -> places.addAll(named(table, sql))));
        return places;
    }

    private static Set<Ref> foreignKey(QualifiedName table, ForeignKey key) {
        Set<Ref> places = columns(table, key.columns());
        places.addAll(columns(key.referencedTable(), key.referencedColumns()));
        return places;
    }

    private Set<Ref> named(QualifiedName table, String sql) {
        return columns(
                table,
                schema.table(table).map(Table::columns).stream()
                        .flatMap(columns -> columns.keySet().stream())
                        .filter(column -> SqlNames.mentions(sql, column))
                        .toList());
    }

    private static Set<Ref> columns(QualifiedName table, Collection<Identifier> columns) {
        Set<Ref> places = new LinkedHashSet<>();
        columns.forEach(column -> places.add(Ref.of(table, column)));
        return places;
    }
}
