package dev.godwit.mapping.naming;

import dev.godwit.schema.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user's {@code ImplicitNamingStrategy}. */
record LoadedImplicitNames(Object strategy, HibernateBridge hibernate) implements ImplicitNames {

    @Override
    public Identifier entityTable(EntityName entity) {
        return name(
                "determinePrimaryTableName",
                "ImplicitEntityNameSource",
                Map.of("getEntityNaming", hibernate.entity(entity)));
    }

    @Override
    public Identifier joinTable(JoinTable source) {
        Map<String, Object> getters = new HashMap<>();
        getters.put("getOwningPhysicalTableName", source.ownerTable().text());
        getters.put("getOwningEntityNaming", hibernate.entity(source.owner()));
        source.target().ifPresent(target -> getters.put("getNonOwningEntityNaming", hibernate.entity(target)));
        source.targetTable().ifPresent(table -> getters.put("getNonOwningPhysicalTableName", table.text()));
        getters.put("getAssociationOwningAttributePath", hibernate.path(source.path()));
        return name("determineJoinTableName", "ImplicitJoinTableNameSource", getters);
    }

    @Override
    public Identifier collectionTable(CollectionTable source) {
        return name(
                "determineCollectionTableName",
                "ImplicitCollectionTableNameSource",
                Map.of(
                        "getOwningPhysicalTableName", hibernate.identifier(source.ownerTable()),
                        "getOwningEntityNaming", hibernate.entity(source.owner()),
                        "getOwningAttributePath", hibernate.path(source.path())));
    }

    @Override
    public Identifier basicColumn(String path, boolean element) {
        return name(
                "determineBasicColumnName",
                "ImplicitBasicColumnNameSource",
                Map.of("getAttributePath", hibernate.path(path), "isCollectionElement", element));
    }

    @Override
    public Identifier joinColumn(JoinColumn source) {
        Map<String, Object> getters = new HashMap<>();
        getters.put(
                "getNature",
                hibernate.constant(
                        "boot.model.naming.ImplicitJoinColumnNameSource$Nature",
                        source.nature().name()));
        getters.put("getEntityNaming", hibernate.entity(source.entity()));
        source.path().ifPresent(path -> getters.put("getAttributePath", hibernate.path(path)));
        getters.put("getReferencedTableName", hibernate.identifier(source.table()));
        getters.put("getReferencedColumnName", hibernate.identifier(source.column()));
        return name("determineJoinColumnName", "ImplicitJoinColumnNameSource", getters);
    }

    @Override
    public Identifier primaryKeyJoinColumn(Identifier table, Identifier column) {
        return name(
                "determinePrimaryKeyJoinColumnName",
                "ImplicitPrimaryKeyJoinColumnNameSource",
                Map.of(
                        "getReferencedTableName", hibernate.identifier(table),
                        "getReferencedPrimaryKeyColumnName", hibernate.identifier(column)));
    }

    @Override
    public Identifier anyKeyColumn(String path) {
        return name(
                "determineAnyKeyColumnName",
                "ImplicitAnyKeyColumnNameSource",
                Map.of("getAttributePath", hibernate.path(path)));
    }

    @Override
    public Identifier listIndexColumn(String path) {
        return name(
                "determineListIndexColumnName",
                "ImplicitIndexColumnNameSource",
                Map.of("getPluralAttributePath", hibernate.path(path)));
    }

    @Override
    public Identifier foreignKey(Constraint source, Identifier referencedTable, List<Identifier> referencedColumns) {
        Map<String, Object> getters = new HashMap<>(constraint(source));
        getters.put("getReferencedTableName", hibernate.identifier(referencedTable));
        getters.put("getReferencedColumnNames", hibernate.identifiers(referencedColumns));
        return name("determineForeignKeyName", "ImplicitForeignKeyNameSource", getters);
    }

    @Override
    public Identifier uniqueKey(Constraint source) {
        return name("determineUniqueKeyName", "ImplicitUniqueKeyNameSource", constraint(source));
    }

    @Override
    public Identifier index(Constraint source) {
        return name("determineIndexName", "ImplicitIndexNameSource", constraint(source));
    }

    @Override
    public Identifier uniqueIndex(Constraint source) {
        Map<String, Object> getters = new HashMap<>(constraint(source));
        hibernate.indexKind().ifPresent(kind -> getters.put("kind", kind));
        return name("determineUniqueKeyName", "ImplicitUniqueKeyNameSource", getters);
    }

    private Map<String, Object> constraint(Constraint source) {
        return Map.of(
                "getTableName", hibernate.identifier(source.table()),
                "getColumnNames", hibernate.identifiers(source.columns()));
    }

    private Identifier name(String method, String source, Map<String, Object> getters) {
        return hibernate.name(strategy, method, hibernate.source(source, getters));
    }
}
