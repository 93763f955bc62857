package dev.godwit.mapping.naming;

import dev.godwit.schema.Identifier;

/** A user's {@code PhysicalNamingStrategy}. */
record LoadedPhysicalNames(Object strategy, HibernateBridge hibernate) implements PhysicalNames {

    @Override
    public Identifier catalog(Identifier name) {
        return physical("toPhysicalCatalogName", name);
    }

    @Override
    public Identifier schema(Identifier name) {
        return physical("toPhysicalSchemaName", name);
    }

    @Override
    public Identifier table(Identifier name) {
        return physical("toPhysicalTableName", name);
    }

    @Override
    public Identifier sequence(Identifier name) {
        return physical("toPhysicalSequenceName", name);
    }

    @Override
    public Identifier column(Identifier name) {
        return physical("toPhysicalColumnName", name);
    }

    @Override
    public Identifier type(Identifier name) {
        return physical("toPhysicalTypeName", name);
    }

    private Identifier physical(String method, Identifier name) {
        return hibernate.name(strategy, method, hibernate.identifier(name), hibernate.environment());
    }
}
