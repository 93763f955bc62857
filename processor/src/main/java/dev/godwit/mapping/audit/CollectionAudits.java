package dev.godwit.mapping.audit;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.KeyValue;
import dev.godwit.mapping.bound.OneToManyValue;
import dev.godwit.mapping.bound.ToOneValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit tables of collections ({@code MiddleTableCollectionMetadataGenerator} of Envers). */
final class CollectionAudits {

    private static final String JPA = "jakarta.persistence.";
    private static final String JOIN_TABLE = AuditedProperties.PACKAGE + "AuditJoinTable";
    private static final String COLLECTION_TABLE = AuditedProperties.PACKAGE + "CollectionAuditTable";
    private static final String MAPPED_BY = AuditedProperties.PACKAGE + "AuditMappedBy";

    private final AuditSettings settings;
    private final AuditColumns columns;
    private final TableMaker maker;
    private final Revisions revisions;

    CollectionAudits(AuditSettings settings, AuditColumns columns, TableMaker maker, Revisions revisions) {
        this.settings = settings;
        this.columns = columns;
        this.maker = maker;
        this.revisions = revisions;
    }

    void add(BoundEntity owner, CollectionValue collection, Annotations annotations) {
        Optional<Value> element = collection.element();
        boolean mappedByAudit = collection.isOneToMany() && annotations.has(MAPPED_BY);
        boolean mappedByOther = annotations
                .get(JPA + "OneToMany")
                .flatMap(view -> view.text("mappedBy"))
                .isPresent();
        if (element.isEmpty() || collection.isInverse() || mappedByAudit || mappedByOther) {
            return;
        }
        BoundTable table = table(owner, collection, annotations);
        List<BoundColumn> key = new ArrayList<>();
        key.add(revisions.column(table, settings.revision()));
        boolean typeInKey = element.get() instanceof ComponentValue || isLobOfMap(collection, annotations);
        if (typeInKey) {
            key.add(revisions.type(table));
        }
        revisions.tie(table, owner, typeInKey);
        collection
                .key()
                .map(KeyValue::columns)
                .orElse(List.of())
                .forEach(column -> key.add(columns.add(table, column)));
        addElement(collection, element.get(), annotations, table, key);
        if (isIndexKept(collection, annotations)) {
            collection.index().ifPresent(index -> addValue(index, annotations, table, Optional.of(key)));
        }
        table.primaryKey(key);
    }

    private BoundTable table(BoundEntity owner, CollectionValue collection, Annotations annotations) {
        Optional<AnnotationView> stated = annotations.get(JOIN_TABLE);
        String name = stated.flatMap(view -> view.text("name"))
                .orElseGet(() -> settings.tableFor(middleName(owner, collection, annotations)));
        BoundTable base = collection.table();
        BoundTable table = maker.table(
                stated.flatMap(view -> view.text("catalog"))
                        .or(settings::catalog)
                        .or(() -> base.name().catalog().map(each -> each.text())),
                stated.flatMap(view -> view.text("schema"))
                        .or(settings::schema)
                        .or(() -> base.name().schema().map(each -> each.text())),
                name,
                Optional.empty());
        base.origin().ifPresent(table::origin);
        return table;
    }

    private static String middleName(BoundEntity owner, CollectionValue collection, Annotations annotations) {
        if (collection.element().orElseThrow() instanceof OneToManyValue many) {
            return last(owner.name()) + "_" + last(many.entity().name());
        }
        return annotations
                .get(COLLECTION_TABLE)
                .flatMap(view -> view.text("name"))
                .orElseGet(() -> collection.table().name().name().text());
    }

    private static String last(String entity) {
        return entity.substring(entity.lastIndexOf('.') + 1);
    }

    private void addElement(
            CollectionValue collection,
            Value element,
            Annotations annotations,
            BoundTable table,
            List<BoundColumn> key) {
        if (element instanceof OneToManyValue many) {
            many.columns().forEach(column -> key.add(columns.add(table, column)));
        } else if (element instanceof ComponentValue && collection.kind() == CollectionValue.Kind.SET) {
            addValue(element, annotations, table, Optional.empty());
            key.add(columns.add(table, settings.setOrdinal(), () -> new Type.Simple(Type.Simple.Kind.INTEGER)));
        } else {
            List<String> stated =
                    annotations
                            .get(JOIN_TABLE)
                            .map(view -> view.annotations("inverseJoinColumns"))
                            .orElse(List.of())
                            .stream()
                            .map(view -> view.string("name"))
                            .toList();
            if (element instanceof ToOneValue && !stated.isEmpty()) {
                List<BoundColumn> all = columns.ofValue(element);
                for (int i = 0; i < Math.min(all.size(), stated.size()); i++) {
                    key.add(columns.add(table, stated.get(i), all.get(i)::type));
                }
            } else {
                addValue(
                        element,
                        annotations,
                        table,
                        isLobOfMap(collection, annotations) ? Optional.empty() : Optional.of(key));
            }
        }
    }

    /** @param key takes the columns that become part of the primary key; those of an embeddable never do */
    private void addValue(Value value, Annotations annotations, BoundTable table, Optional<List<BoundColumn>> key) {
        if (value instanceof ComponentValue component) {
            AuditedProperties.within(component, Annotations.NONE)
                    .forEach(inner -> addValue(inner.value(), annotations, table, Optional.empty()));
            return;
        }
        columns.ofValue(value).forEach(column -> {
            BoundColumn added = columns.add(table, column);
            key.ifPresent(all -> all.add(added));
        });
    }

    /** Whether the index of a list or the key of a map is no attribute of the element. */
    private static boolean isIndexKept(CollectionValue collection, Annotations annotations) {
        boolean ofEntities = collection.element().orElseThrow() instanceof ToOneValue || collection.isOneToMany();
        return !annotations.has(JPA + "MapKey") && !(annotations.has(JPA + "MapKeyEnumerated") && ofEntities);
    }

    private static boolean isLobOfMap(CollectionValue collection, Annotations annotations) {
        return collection.kind() == CollectionValue.Kind.MAP && annotations.has(JPA + "Lob");
    }
}
