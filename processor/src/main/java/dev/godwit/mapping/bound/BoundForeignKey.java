package dev.godwit.mapping.bound;

import dev.godwit.schema.ForeignKey.Action;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A foreign key in the making. */
public final class BoundForeignKey {

    private @Nullable Identifier name;
    private final List<BoundColumn> columns;
    private final BoundEntity referencedEntity;
    private final List<BoundColumn> referencedColumns;
    private @Nullable BoundTable referencedTable;
    private final Optional<String> definition;
    private final Optional<String> options;
    private Action onDelete = Action.NO_ACTION;

    /**
     * @param referencedColumns empty: the primary key of the referenced table
     */
    public BoundForeignKey(
            List<BoundColumn> columns,
            BoundEntity referencedEntity,
            List<BoundColumn> referencedColumns,
            ForeignKeyChoice choice) {
        this.columns = new ArrayList<>(columns);
        this.referencedEntity = referencedEntity;
        this.referencedColumns = new ArrayList<>(referencedColumns);
        this.name = choice.name().orElse(null);
        this.definition = choice.definition();
        this.options = choice.options();
        this.onDelete = choice.onDelete();
    }

    /** What tells this key from the others of its table. */
    String identity() {
        return names(columns) + "/" + names(referencedColumns);
    }

    private static String names(List<BoundColumn> columns) {
        return columns.stream()
                .map(column -> column.name().text().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    public Optional<Identifier> name() {
        return Optional.ofNullable(name);
    }

    public void name(Identifier value) {
        name = value;
    }

    public List<BoundColumn> columns() {
        return columns;
    }

    public BoundEntity referencedEntity() {
        return referencedEntity;
    }

    public boolean refersToPrimaryKey() {
        return referencedColumns.isEmpty();
    }

    public List<BoundColumn> referencedColumns() {
        return referencedColumns;
    }

    public BoundTable referencedTable() {
        return referencedTable == null ? referencedEntity.table() : referencedTable;
    }

    public void referencedTable(BoundTable value) {
        referencedTable = value;
    }

    public Action onDelete() {
        return onDelete;
    }

    public void onDelete(Action value) {
        onDelete = value;
    }

    public Optional<String> definition() {
        return definition;
    }

    public Optional<String> options() {
        return options;
    }

    /** Whether both tables exist as tables of their own, so that the database can hold the key. */
    public boolean isPhysical(BoundTable table) {
        return referencedTable().isPhysical()
                && table.isPhysical()
                && !referencedTable().isIncludedElsewhere();
    }

    /** The same key on a table that repeats the columns. */
    public BoundForeignKey copy() {
        BoundForeignKey copy = new BoundForeignKey(
                columns,
                referencedEntity,
                referencedColumns,
                new ForeignKeyChoice(true, Optional.empty(), definition, options, onDelete));
        copy.referencedTable = referencedTable;
        return copy;
    }
}
