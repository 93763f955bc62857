package dev.godwit.mapping.bind;

import dev.godwit.mapping.bind.EntityHolder.Secondary;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.ForeignKeyChoice;
import dev.godwit.mapping.bound.KeyValue;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.model.Origin;
import java.util.List;
import java.util.Optional;

/** Tables that an entity has beside its own: {@code @SecondaryTable}s, and the join tables of references. */
final class SecondaryTableBinder {

    private final Binding binding;
    private final TableBinder tables;
    private final JoinColumnReader joinColumns;
    private final ForeignKeyBinder foreignKeys;
    private final ForeignKeyReader foreignKeyReader;

    SecondaryTableBinder(Binding binding) {
        this.binding = binding;
        this.tables = new TableBinder(binding);
        this.joinColumns = new JoinColumnReader(binding);
        this.foreignKeys = new ForeignKeyBinder(binding);
        this.foreignKeyReader = new ForeignKeyReader(binding);
    }

    /** Adds the tables that {@code @SecondaryTable} declares. */
    void addStated(EntityHolder holder) {
        holder.entity().view().annotations().all(Jpa.SECONDARY_TABLE).forEach(view -> {
            BoundTable table = table(view);
            tables.describe(table, view);
            BoundJoin join = new BoundJoin(table);
            holder.entity().joins().add(join);
            List<AnnotationView> key = view.annotations("pkJoinColumns");
            holder.add(new Secondary(join, key, true));
        });
        if (!holder.entity().view().annotations().all(Jpa.SECONDARY_TABLE).isEmpty()) {
            binding.passes()
                    .statedSecondaryTable(() -> holder.secondaries().stream()
                            .filter(Secondary::stated)
                            .forEach(secondary -> bindKey(holder, secondary.join(), secondary.keyColumns())));
        }
    }

    /** Adds the table of a reference, its key to be bound with the others. */
    BoundJoin addJoinTable(EntityHolder holder, AnnotationView view) {
        BoundTable table = table(view);
        tables.describe(table, view);
        BoundJoin join = addJoin(holder, view, table);
        binding.passes().secondaryTable(() -> bindKey(holder, join, view.annotations("joinColumns")));
        return join;
    }

    BoundJoin addJoin(EntityHolder holder, AnnotationView view, BoundTable table) {
        BoundJoin join = new BoundJoin(table);
        holder.entity().joins().add(join);
        holder.add(new Secondary(join, view.annotations("joinColumns"), false));
        return join;
    }

    private BoundTable table(AnnotationView view) {
        Name name = binding.naming().table(view.string("name"));
        return binding.table(view.text("catalog"), view.text("schema"), name, Optional.empty());
    }

    /** Ties the table to the entity: the key's columns, primary key and foreign key. */
    void bindKey(EntityHolder holder, BoundJoin join, List<AnnotationView> stated) {
        BoundEntity entity = holder.entity();
        join.table()
                .origin(new Origin(
                        entity.name(), "/" + join.table().logicalName().text()));
        KeyValue key = new KeyValue(join.table(), entity.identifier());
        join.key(key);
        key.foreignKey(foreignKey(holder, join));
        JoinColumns columns = joinColumns.ofPrimaryKey(holder, entity, stated);
        columns.forceNotNull();
        columns.target(entity.name());
        columns.origin("/" + join.table().logicalName().text());
        foreignKeys.bind(entity, entity, columns, key, false);
        key.sortColumns();
        join.table().primaryKey(key.columns());
        if (!join.isForeignKeyDisabled()) {
            key.createForeignKey(entity, List.of());
        }
    }

    private ForeignKeyChoice foreignKey(EntityHolder holder, BoundJoin join) {
        return holder.entity().view().annotations().all(Jpa.SECONDARY_TABLE).stream()
                .filter(view -> view.text("name")
                        .map(binding::identifier)
                        .filter(join.table().name().name()::equals)
                        .isPresent())
                .findFirst()
                .flatMap(view -> view.annotation("foreignKey"))
                .map(view -> foreignKeyReader.isNone(view)
                        ? ForeignKeyChoice.DEFAULT.disabled()
                        : foreignKeyReader.choice(view))
                .orElse(ForeignKeyChoice.DEFAULT);
    }
}
