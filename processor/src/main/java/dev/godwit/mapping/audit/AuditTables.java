package dev.godwit.mapping.audit;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.KeyValue;
import dev.godwit.mapping.bound.ToOneValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.Member;
import dev.godwit.mapping.read.ModelReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Adds the audit tables of a model's entities ({@code AuditMetadataGenerator} of Envers). */
public final class AuditTables {

    private static final String AUDIT_TABLE = AuditedProperties.PACKAGE + "AuditTable";
    private static final String SECONDARY = AuditedProperties.PACKAGE + "SecondaryAuditTable";

    private final AuditSettings settings;
    private final AuditColumns columns;
    private final Revisions revisions;
    private final CollectionAudits collections;
    private final Map<BoundEntity, BoundTable> tables = new HashMap<>();

    private AuditTables(AuditSettings settings, TableMaker maker, Revisions revisions) {
        this.settings = settings;
        this.columns = new AuditColumns(maker);
        this.revisions = revisions;
        this.collections = new CollectionAudits(settings, columns, maker, revisions);
    }

    /**
     * Adds the tables, where an entity is audited and Envers' integrator would run.
     *
     * @param entities each after its superclasses
     * @param properties Hibernate's settings by their full key
     */
    public static void add(
            ModelReader reader,
            Collection<BoundEntity> entities,
            Map<String, String> properties,
            TableMaker maker,
            Diagnostics diagnostics) {
        AuditSettings settings = new AuditSettings(properties);
        if (!settings.isEnabled()
                || reader.classNamed(AuditedProperties.AUDITED).isEmpty()) {
            return;
        }
        Map<BoundEntity, AuditedProperties> audited = new HashMap<>();
        for (BoundEntity entity : entities) {
            AuditedProperties read = new AuditedProperties(reader, settings, entity);
            if (read.any(all(entity).toList())) {
                audited.put(entity, read);
            }
        }
        if (audited.isEmpty()) {
            return;
        }
        BoundEntity first =
                entities.stream().filter(audited::containsKey).findFirst().orElseThrow();
        Revisions revisions = new Revisions(settings, maker, entities, first);
        if (revisions.areNumberedNatively()) {
            diagnostics.report(Messages.nativeRevisions(), first.view().place());
        }
        AuditTables tables = new AuditTables(settings, maker, revisions);
        entities.stream()
                .filter(audited::containsKey)
                .forEach(entity -> tables.add(entity, audited.get(entity), maker));
    }

    private static Stream<BoundProperty> all(BoundEntity entity) {
        return Stream.concat(
                entity.properties().stream(), entity.joins().stream().flatMap(join -> join.properties().stream()));
    }

    private void add(BoundEntity entity, AuditedProperties audited, TableMaker maker) {
        BoundTable table = table(entity, maker);
        tables.put(entity, table);
        entity.properties().stream()
                .filter(audited::contains)
                .forEach(property -> add(entity, property, audited, table));
        entity.joins().stream()
                .filter(join -> join.properties().stream().allMatch(audited::contains))
                .forEach(join -> addJoin(entity, join, audited, table, maker));
    }

    private BoundTable table(BoundEntity entity, TableMaker maker) {
        return switch (entity.kind()) {
            case SINGLE_TABLE -> parentTable(entity);
            case JOINED -> {
                BoundTable table = make(entity, maker, Optional.empty());
                key(table, entity.key().columns());
                refer(table, parentTable(entity), entity);
                if (settings.isRevisionEndTimeInSubclasses()) {
                    revisions.addEndTime(table);
                }
                yield table;
            }
            case UNION -> make(entity, maker, entity.superEntity().map(tables::get));
            case ROOT -> {
                BoundTable table = make(entity, maker, Optional.empty());
                key(
                        table,
                        columns.ofValue(entity.identifierMapper()
                                .<Value>map(mapper -> mapper)
                                .orElseGet(entity::identifier)));
                revisions.tie(table, entity, false);
                entity.discriminator()
                        .ifPresent(discriminator -> discriminator
                                .columns()
                                .forEach(column -> table.add(columns.copy(column)
                                        .impliedCheck(name -> Optional.empty())
                                        .nullable(false))));
                yield table;
            }
        };
    }

    private BoundTable parentTable(BoundEntity entity) {
        return entity.superEntity().map(tables::get).orElseThrow();
    }

    private BoundTable make(BoundEntity entity, TableMaker maker, Optional<BoundTable> included) {
        Optional<AnnotationView> stated = entity.view().annotations().get(AUDIT_TABLE);
        String name = stated.flatMap(view -> view.text("value"))
                .orElseGet(() -> settings.tableFor(entity.table().name().name().text()));
        BoundTable table = maker.table(
                stated.flatMap(view -> view.text("catalog"))
                        .or(settings::catalog)
                        .or(() -> entity.table().name().catalog().map(each -> each.text())),
                stated.flatMap(view -> view.text("schema"))
                        .or(settings::schema)
                        .or(() -> entity.table().name().schema().map(each -> each.text())),
                name,
                included);
        entity.table().origin().ifPresent(table::origin);
        if (entity.view().element().getModifiers().contains(Modifier.ABSTRACT)) {
            table.markAbstract();
        }
        return table;
    }

    private void key(BoundTable table, List<BoundColumn> ids) {
        List<BoundColumn> key = new ArrayList<>();
        key.add(revisions.column(table, settings.revision()));
        ids.forEach(id -> key.add(columns.add(table, id)));
        table.primaryKey(key);
    }

    private void refer(BoundTable table, BoundTable parent, BoundEntity entity) {
        columns.refer(table, table.primaryKey().orElseThrow(), parent, entity);
    }

    private void add(BoundEntity entity, BoundProperty property, AuditedProperties audited, BoundTable table) {
        Annotations annotations = property.member().map(Member::annotations).orElse(Annotations.NONE);
        addValue(entity, property, annotations, table);
        audited.modifiedFlag(property).ifPresent(flag -> columns.addFlag(table, flag));
    }

    private void addValue(BoundEntity entity, BoundProperty property, Annotations annotations, BoundTable table) {
        if (property.value() instanceof CollectionValue collection) {
            collections.add(entity, collection, annotations);
        } else if (property.value() instanceof ComponentValue component
                && component.aggregate().isEmpty()) {
            AuditedProperties.within(component, annotations)
                    .forEach(inner -> addValue(
                            entity,
                            inner,
                            inner.member().map(Member::annotations).orElse(Annotations.NONE),
                            table));
        } else if (!(property.value() instanceof ToOneValue toOne && toOne.sharesKey())) {
            columns.ofValue(property.value()).forEach(column -> columns.add(table, column));
        }
    }

    private void addJoin(
            BoundEntity entity, BoundJoin join, AuditedProperties audited, BoundTable parent, TableMaker maker) {
        String original = join.table().name().name().text();
        String name = entity.view().annotations().all(SECONDARY).stream()
                .filter(view -> view.string("secondaryTableName").equalsIgnoreCase(original))
                .flatMap(view -> view.text("secondaryAuditTableName").stream())
                .findFirst()
                .orElseGet(() -> settings.tableFor(original));
        BoundTable table = maker.table(
                settings.catalog().or(() -> join.table().name().catalog().map(each -> each.text())),
                settings.schema().or(() -> join.table().name().schema().map(each -> each.text())),
                name,
                Optional.empty());
        join.table().origin().ifPresent(table::origin);
        key(table, join.key().map(KeyValue::columns).orElse(List.of()));
        refer(table, parent, entity);
        join.properties().forEach(property -> add(entity, property, audited, table));
    }
}
