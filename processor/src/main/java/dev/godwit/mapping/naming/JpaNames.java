package dev.godwit.mapping.naming;

import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.Optional;

/** Jakarta Persistence's names, Hibernate's default: {@code ImplicitNamingStrategyJpaCompliantImpl}. */
class JpaNames implements ImplicitNames {

    private final Quoting quoting;
    private final HibernateLine line;

    JpaNames(Quoting quoting, HibernateLine line) {
        this.quoting = quoting;
        this.line = line;
    }

    @Override
    public Identifier entityTable(EntityName entity) {
        return identifier(entity(entity));
    }

    @Override
    public Identifier joinTable(JoinTable source) {
        // Hibernate appends a missing target's name as the word null
        String target = source.targetTable().map(Identifier::text).orElse("null");
        return identifier(source.ownerTable().text() + '_' + target);
    }

    @Override
    public Identifier collectionTable(CollectionTable source) {
        return identifier(entity(source.owner()) + '_' + path(source.path()));
    }

    @Override
    public Identifier basicColumn(String path, boolean element) {
        return identifier(path(path));
    }

    @Override
    public Identifier joinColumn(JoinColumn source) {
        return identifier(qualifier(source, entity(source.entity()))
                + '_'
                + source.column().text());
    }

    @Override
    public Identifier primaryKeyJoinColumn(Identifier table, Identifier column) {
        return column;
    }

    @Override
    public Identifier anyKeyColumn(String path) {
        return identifier(path(path) + "_id");
    }

    @Override
    public Identifier listIndexColumn(String path) {
        return identifier(path(path) + "_ORDER");
    }

    @Override
    public Identifier foreignKey(Constraint source, Identifier referencedTable, List<Identifier> referencedColumns) {
        return identifier(HashedName.foreignKey(source.table(), referencedTable, source.columns()));
    }

    @Override
    public Identifier uniqueKey(Constraint source) {
        return identifier(HashedName.uniqueKey(source.table(), source.columns()));
    }

    @Override
    public Identifier index(Constraint source) {
        return identifier(HashedName.index(source.table(), source.columns()));
    }

    @Override
    public Identifier uniqueIndex(Constraint source) {
        // 7 asks the source for its kind, which is index; 6.6 goes by the method that is called
        return line == HibernateLine.V6_6 ? uniqueKey(source) : index(source);
    }

    /** What an entity is called within a name. */
    String entity(EntityName entity) {
        return entity.jpaName().isEmpty() ? entity.unqualified() : entity.jpaName();
    }

    /** What an attribute is called within a name. */
    String path(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The part of a join column's name before the referenced column. */
    final String qualifier(JoinColumn source, String unnamed) {
        Optional<String> path = source.nature() == Nature.ELEMENT_COLLECTION ? Optional.empty() : source.path();
        return path.map(this::path).orElse(unnamed);
    }

    final Identifier identifier(String text) {
        return quoting.read(text);
    }
}
