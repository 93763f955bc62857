package dev.godwit.referee.hibernate;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.model.relational.Namespace;
import org.jspecify.annotations.Nullable;

/** Hibernate's names as Godwit's, with the default catalog and schema that Hibernate puts in front when it writes SQL. */
final class Names {

    private final Optional<Identifier> defaultCatalog;
    private final Optional<Identifier> defaultSchema;

    Names(Map<String, String> properties) {
        this.defaultCatalog = setting(properties, "hibernate.default_catalog");
        this.defaultSchema = setting(properties, "hibernate.default_schema");
    }

    private static Optional<Identifier> setting(Map<String, String> properties, String key) {
        return Optional.ofNullable(properties.get(key))
                .filter(text -> !text.isBlank())
                .map(Identifier::of);
    }

    QualifiedName qualified(org.hibernate.boot.model.relational.QualifiedName name) {
        return qualified(
                optional(name.getCatalogName()), optional(name.getSchemaName()), identifier(name.getObjectName()));
    }

    QualifiedName qualified(Namespace namespace, org.hibernate.boot.model.naming.Identifier name) {
        Namespace.Name physical = namespace.getPhysicalName();
        return qualified(optional(physical.getCatalog()), optional(physical.getSchema()), identifier(name));
    }

    private QualifiedName qualified(Optional<Identifier> catalog, Optional<Identifier> schema, Identifier name) {
        return new QualifiedName(catalog.or(() -> defaultCatalog), schema.or(() -> defaultSchema), name);
    }

    private static Optional<Identifier> optional(org.hibernate.boot.model.naming.@Nullable Identifier name) {
        return Optional.ofNullable(name).map(Names::identifier);
    }

    static Identifier identifier(org.hibernate.boot.model.naming.Identifier name) {
        return new Identifier(name.getText(), name.isQuoted());
    }
}
