package dev.godwit.mapping.bound;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A collection: a key to its owner, an element, and an index or identifier where it has one. */
public final class CollectionValue extends Value {

    /** What kind of collection it is, which decides its primary key. */
    public enum Kind {
        BAG,
        ID_BAG,
        SET,
        LIST,
        ARRAY,
        MAP;

        public boolean isIndexed() {
            return this == LIST || this == ARRAY || this == MAP;
        }
    }

    private final Kind kind;
    private final BoundEntity owner;
    private final String role;
    private final boolean inverse;
    private @Nullable KeyValue key;
    private @Nullable Value element;
    private @Nullable Value index;
    private @Nullable BasicValue identifier;
    private @Nullable String referencedProperty;

    public CollectionValue(Kind kind, BoundEntity owner, String role, boolean inverse) {
        super(owner.table());
        this.kind = kind;
        this.owner = owner;
        this.role = role;
        this.inverse = inverse;
    }

    public Kind kind() {
        return kind;
    }

    public BoundEntity owner() {
        return owner;
    }

    public String role() {
        return role;
    }

    /** Whether the other side maps the association. */
    public boolean isInverse() {
        return inverse;
    }

    public boolean isOneToMany() {
        return element instanceof OneToManyValue;
    }

    public Optional<KeyValue> key() {
        return Optional.ofNullable(key);
    }

    public void key(KeyValue value) {
        key = value;
    }

    public Optional<Value> element() {
        return Optional.ofNullable(element);
    }

    public void element(Value value) {
        element = value;
    }

    public Optional<Value> index() {
        return Optional.ofNullable(index);
    }

    public void index(Value value) {
        index = value;
    }

    public Optional<BasicValue> identifier() {
        return Optional.ofNullable(identifier);
    }

    public void identifier(BasicValue value) {
        identifier = value;
    }

    public Optional<String> referencedProperty() {
        return Optional.ofNullable(referencedProperty);
    }

    public void referencedProperty(String property) {
        referencedProperty = property;
    }

    @Override
    public List<Selectable> selectables() {
        return List.of();
    }
}
