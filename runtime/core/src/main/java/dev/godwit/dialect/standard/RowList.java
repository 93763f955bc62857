package dev.godwit.dialect.standard;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Queries for rows that stand in the way, by what tells one from another. */
public final class RowList {

    private final Site site;

    public RowList(Site site) {
        this.site = site;
    }

    /** Rows of a table as it is before the migration, by their primary key, else by all columns. */
    public String of(QualifiedName table, String condition) {
        return "select %s from %s where %s"
                .formatted(list(table, key(table)), site.quote(site.progress().originOf(table)), condition);
    }

    /** The columns as they are called before the migration. */
    public String list(QualifiedName table, List<Identifier> columns) {
        return columns.stream().map(column -> origin(table, column)).collect(Collectors.joining(", "));
    }

    /** A column as it is called before the migration. */
    public String origin(QualifiedName table, Identifier column) {
        return site.quote(site.progress().originOf(table, column));
    }

    private List<Identifier> key(QualifiedName name) {
        Optional<Table> table = site.progress().schema().table(name);
        return table.flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElseGet(() -> table.map(found -> List.copyOf(found.columns().keySet()))
                        .orElse(List.of()));
    }
}
