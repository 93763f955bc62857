package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * A collection attribute as it is read before the entities that it refers to are bound.
 *
 * @param elementType the class of the elements, as the mapping or the attribute's type says
 * @param mappedBy the attribute of the other side that maps the association
 * @param foreignColumns stated or implied columns in the elements' own table
 * @param keyColumns the columns of a collection table that refer to the owner
 * @param elementColumns the columns of a join table that refer to the elements
 * @param table {@code @JoinTable} or {@code @CollectionTable}
 */
record CollectionSource(
        Attribute attribute,
        Holder holder,
        CollectionValue collection,
        TypeMirror elementType,
        Optional<String> mappedBy,
        Optional<JoinColumns> foreignColumns,
        JoinColumns keyColumns,
        JoinColumns elementColumns,
        Optional<AnnotationView> table) {

    boolean isOneToMany() {
        return attribute.has(Jpa.ONE_TO_MANY);
    }

    boolean isElementCollection() {
        return attribute.has(Jpa.ELEMENT_COLLECTION);
    }

    boolean isManyToAny() {
        return attribute.has(Hib.MANY_TO_ANY);
    }

    boolean isUnowned() {
        return mappedBy.isPresent();
    }

    Optional<AnnotationView> collectionTable() {
        return attribute.get(Jpa.COLLECTION_TABLE);
    }

    String path() {
        return holder.path(attribute.name());
    }

    /** Whether one of the annotations is there by which Hibernate names parts of a map in its older way. */
    boolean isHibernateExtension() {
        return attribute.hasAny(
                Hib.MAP_KEY_JAVA_TYPE,
                Hib.MAP_KEY_JDBC_TYPE,
                Hib.MAP_KEY_JDBC_TYPE_CODE,
                Hib.MAP_KEY_MUTABILITY,
                Jpa.MAP_KEY,
                Hib.MAP_KEY_TYPE);
    }

    /** The names of the class, to be looked up among the entities. */
    static Optional<String> name(Optional<ClassView> view) {
        return view.map(ClassView::name);
    }

    List<AnnotationView> statedKeyColumns() {
        return table.map(view -> view.annotations("joinColumns")).orElse(List.of());
    }
}
