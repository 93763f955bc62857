package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.naming.Naming;
import dev.godwit.mapping.read.AnnotationView;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What attributes are bound into: an entity, an embeddable, or a collection. */
abstract sealed class Holder permits EntityHolder, ComponentHolder, CollectionHolder {

    private static final String ELEMENT = "." + Naming.ELEMENT + ".";

    private final String path;
    private final @Nullable Holder parent;
    private final Overrides onType;
    private final Overrides onMember;
    private boolean inIdClass;

    /**
     * @param path from the entity, empty for the entity itself
     * @param onType overrides on the class that is bound
     * @param onMember overrides on the attribute that holds it
     */
    Holder(String path, Optional<Holder> parent, Overrides onType, Overrides onMember) {
        this.path = path;
        this.parent = parent.orElse(null);
        this.onType = onType;
        this.onMember = onMember;
    }

    static String qualify(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    String path() {
        return path;
    }

    String path(String attribute) {
        return qualify(path, attribute);
    }

    Optional<Holder> parent() {
        return Optional.ofNullable(parent);
    }

    abstract BoundEntity entity();

    abstract BoundTable table();

    /** Adds an attribute whose value lies in the given table. */
    abstract void add(BoundProperty property, Columns columns);

    /** Adds an attribute that has no columns here. */
    abstract void add(BoundProperty property);

    /** The holder that stands for the entity. */
    EntityHolder root() {
        return this instanceof EntityHolder entity
                ? entity
                : parent().map(Holder::root).orElseThrow();
    }

    boolean isEntity() {
        return false;
    }

    boolean isComponent() {
        return false;
    }

    boolean isWithinEmbeddedId() {
        return false;
    }

    boolean isWithinElementCollection() {
        return false;
    }

    boolean isInIdClass() {
        return inIdClass || (parent != null && parent.isInIdClass());
    }

    void inIdClass(boolean value) {
        inIdClass = value;
    }

    Optional<List<AnnotationView>> columns(String attributePath) {
        return find(attributePath, Overrides::columns)
                .or(() -> withoutIdClass(attributePath).flatMap(other -> find(other, Overrides::columns)));
    }

    Optional<List<AnnotationView>> joinColumns(String attributePath) {
        return find(attributePath, Overrides::joinColumns);
    }

    Optional<AnnotationView> foreignKey(String attributePath) {
        return find(attributePath, Overrides::foreignKey);
    }

    /** The join table of an association, overridden or its own. */
    Optional<AnnotationView> joinTable(Attribute attribute) {
        return find(path(attribute.name()), Overrides::joinTable).or(() -> attribute.get(Jpa.JOIN_TABLE));
    }

    private static Optional<String> withoutIdClass(String attributePath) {
        return attributePath.startsWith("id.") ? Optional.of(attributePath.substring(3)) : Optional.empty();
    }

    private <T> Optional<T> find(String attributePath, BiFunction<Overrides, String, Optional<T>> lookup) {
        return exact(attributePath, lookup)
                .or(() -> attributePath.contains(ELEMENT)
                        ? exact(attributePath.replace(ELEMENT, "."), lookup)
                        : Optional.empty());
    }

    private <T> Optional<T> exact(String attributePath, BiFunction<Overrides, String, Optional<T>> lookup) {
        return parent().flatMap(above -> above.exact(attributePath, lookup))
                .or(() -> lookup.apply(onMember, attributePath))
                .or(() -> lookup.apply(onType, attributePath));
    }
}
