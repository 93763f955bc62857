package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.naming.ImplicitNames.CollectionTable;
import dev.godwit.mapping.naming.ImplicitNames.JoinTable;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.model.Origin;
import java.util.Optional;

/** Makes join tables and collection tables. */
final class CollectionTables {

    private final Binding binding;
    private final TableBinder tables;
    private final SoftDeletes softDeletes;

    CollectionTables(Binding binding) {
        this.binding = binding;
        this.tables = new TableBinder(binding);
        this.softDeletes = new SoftDeletes(binding);
    }

    BoundTable make(CollectionSource source, Optional<BoundEntity> target) {
        Optional<AnnotationView> stated = source.table();
        Name name = stated.flatMap(view -> view.text("name"))
                .map(binding.naming()::table)
                .orElseGet(() -> implied(source, target));
        BoundTable table = binding.table(
                stated.flatMap(view -> view.text("catalog")),
                stated.flatMap(view -> view.text("schema")),
                name,
                Optional.empty());
        Origin origin = new Origin(source.holder().entity().name(), source.path(), target.map(BoundEntity::name));
        table.origin(origin);
        stated.ifPresent(view -> {
            if (view.name().equals(Jpa.JOIN_TABLE)) {
                tables.describe(table, view);
            } else {
                tables.uniqueConstraints(table, view);
                tables.indexes(table, view);
                table.options(view.text("options"));
            }
        });
        source.attribute().all(Hib.CHECK).forEach(view -> table.checks().add(TableBinder.check(view)));
        softDeletes.bind(source.attribute(), table, origin);
        return table;
    }

    private Name implied(CollectionSource source, Optional<BoundEntity> target) {
        BoundEntity owner = source.collection().owner();
        if (target.isEmpty() && source.isElementCollection()) {
            return binding.naming()
                    .table(new CollectionTable(
                            JoinColumns.name(owner), owner.table().logicalName(), source.path()));
        }
        return binding.naming()
                .table(new JoinTable(
                        JoinColumns.name(owner),
                        owner.table().logicalName(),
                        target.map(JoinColumns::name),
                        target.map(entity -> entity.table().logicalName()),
                        source.path()));
    }
}
