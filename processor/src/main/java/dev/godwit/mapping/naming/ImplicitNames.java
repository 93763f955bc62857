package dev.godwit.mapping.naming;

import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * Logical names for what a mapping leaves unnamed; the counterpart of Hibernate's {@code ImplicitNamingStrategy}.
 *
 * <p>Attribute paths are dotted, such as {@code address.city}; for the element of a collection Hibernate appends
 * {@code .{element}}. Discriminators, tenants and map keys have no method here: for annotated classes Hibernate does not
 * ask its strategy for them (see {@link Naming}).
 */
public interface ImplicitNames {

    /**
     * What a join table is named after.
     *
     * @param ownerTable logical name of the owning entity's table
     * @param targetTable logical name of the target entity's table; empty where the target is none
     * @param path attribute path of the association within the owner
     */
    record JoinTable(
            EntityName owner,
            Identifier ownerTable,
            Optional<EntityName> target,
            Optional<Identifier> targetTable,
            String path) {}

    /** What a collection table is named after. */
    record CollectionTable(EntityName owner, Identifier ownerTable, String path) {}

    /** What holds a join column. */
    enum Nature {
        ENTITY,
        ENTITY_COLLECTION,
        ELEMENT_COLLECTION
    }

    /**
     * What a join column is named after.
     *
     * @param entity the entity that the column refers to
     * @param path attribute path; empty: the column is named after the entity, as in a unidirectional join table
     * @param table logical name of the referenced table
     * @param column logical name of the referenced column
     */
    record JoinColumn(Nature nature, EntityName entity, Optional<String> path, Identifier table, Identifier column) {}

    /**
     * What an unnamed constraint or index is named after.
     *
     * @param columns as Hibernate hands them to its strategy: physical for keys, as stated for {@code @Index} and
     *     {@code @UniqueConstraint}
     */
    record Constraint(Identifier table, List<Identifier> columns) {
        public Constraint {
            columns = List.copyOf(columns);
        }
    }

    Identifier entityTable(EntityName entity);

    Identifier joinTable(JoinTable source);

    Identifier collectionTable(CollectionTable source);

    /** @param element whether the column holds the elements of a collection */
    Identifier basicColumn(String path, boolean element);

    Identifier joinColumn(JoinColumn source);

    /**
     * @param table logical name of the referenced table
     * @param column logical name of the referenced primary key column
     */
    Identifier primaryKeyJoinColumn(Identifier table, Identifier column);

    Identifier anyKeyColumn(String path);

    Identifier listIndexColumn(String path);

    Identifier foreignKey(Constraint source, Identifier referencedTable, List<Identifier> referencedColumns);

    Identifier uniqueKey(Constraint source);

    Identifier index(Constraint source);

    /** The name of a unique key that {@code @Index(unique = true)} declares. */
    Identifier uniqueIndex(Constraint source);
}
