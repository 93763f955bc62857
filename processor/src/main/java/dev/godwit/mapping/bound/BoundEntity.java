package dev.godwit.mapping.bound;

import dev.godwit.mapping.read.ClassView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entity in the making. */
public final class BoundEntity {

    /** Where an entity stands in its hierarchy. */
    public enum Kind {
        ROOT,
        SINGLE_TABLE,
        JOINED,
        UNION
    }

    private final ClassView view;
    private final String jpaName;
    private final Kind kind;
    private final @Nullable BoundEntity superEntity;
    private final List<BoundEntity> subclasses = new ArrayList<>();
    private @Nullable BoundTable table;
    private @Nullable Value identifier;
    private @Nullable BoundProperty identifierProperty;
    private @Nullable ComponentValue identifierMapper;
    private @Nullable KeyValue key;
    private @Nullable BasicValue discriminator;
    private String discriminatorValue = "";
    private final List<BoundProperty> properties = new ArrayList<>();
    private final List<BoundJoin> joins = new ArrayList<>();

    public BoundEntity(ClassView view, String jpaName, Kind kind, Optional<BoundEntity> superEntity) {
        this.view = view;
        this.jpaName = jpaName;
        this.kind = kind;
        this.superEntity = superEntity.orElse(null);
        superEntity.ifPresent(parent -> parent.subclasses.add(this));
    }

    public ClassView view() {
        return view;
    }

    /** The binary name of the class. */
    public String name() {
        return view.name();
    }

    public String jpaName() {
        return jpaName;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<BoundEntity> superEntity() {
        return Optional.ofNullable(superEntity);
    }

    public BoundEntity root() {
        return superEntity == null ? this : superEntity.root();
    }

    /** The direct subclasses. */
    public List<BoundEntity> subclasses() {
        return subclasses;
    }

    /** All subclasses, those further down first. */
    public List<BoundEntity> descendants() {
        List<BoundEntity> all = new ArrayList<>();
        subclasses.forEach(subclass -> all.addAll(subclass.descendants()));
        all.addAll(subclasses);
        return all;
    }

    /** The entity's own table; the root's in a single table hierarchy. */
    public BoundTable table() {
        if (table != null) {
            return table;
        }
        if (superEntity == null) {
            throw new IllegalStateException("The entity " + name() + " has no table yet.");
        }
        return superEntity.table();
    }

    public void table(BoundTable value) {
        table = value;
    }

    public boolean hasIdentifier() {
        return root().identifier != null;
    }

    public Value identifier() {
        Value known = root().identifier;
        if (known == null) {
            throw new IllegalStateException("The entity " + name() + " has no identifier yet.");
        }
        return known;
    }

    public void identifier(Value value) {
        identifier = value;
    }

    public Optional<BoundProperty> identifierProperty() {
        return Optional.ofNullable(root().identifierProperty);
    }

    public void identifierProperty(BoundProperty property) {
        identifierProperty = property;
    }

    /** The identifier attributes of the entity itself, where an id class or several ids stand for them. */
    public Optional<ComponentValue> identifierMapper() {
        return Optional.ofNullable(root().identifierMapper);
    }

    public void identifierMapper(ComponentValue mapper) {
        identifierMapper = mapper;
    }

    /** The key of the entity's own table: the identifier, or a joined subclass' key to its superclass. */
    public Value key() {
        if (kind == Kind.JOINED && key != null) {
            return key;
        }
        if (kind == Kind.SINGLE_TABLE && superEntity != null) {
            return superEntity.key();
        }
        return identifier();
    }

    public void key(KeyValue value) {
        key = value;
    }

    public Optional<BasicValue> discriminator() {
        return Optional.ofNullable(root().discriminator);
    }

    public void discriminator(BasicValue value) {
        discriminator = value;
    }

    public String discriminatorValue() {
        return discriminatorValue;
    }

    public void discriminatorValue(String value) {
        discriminatorValue = value;
    }

    /** The entity's own attributes, without the identifier and those in joins. */
    public List<BoundProperty> properties() {
        return properties;
    }

    public List<BoundJoin> joins() {
        return joins;
    }

    /** Whether a superclass entity has an attribute of this name, its identifier included. */
    public boolean inherits(String property) {
        return superEntity != null && (superEntity.declares(property) || superEntity.inherits(property));
    }

    private boolean declares(String property) {
        return own(property).isPresent()
                || (identifierProperty != null && identifierProperty.name().equals(property));
    }

    private Optional<BoundProperty> own(String property) {
        return properties.stream()
                .filter(each -> each.name().equals(property))
                .findFirst()
                .or(() -> joins.stream()
                        .flatMap(join -> join.properties().stream())
                        .filter(each -> each.name().equals(property))
                        .findFirst());
    }

    /** An attribute of the entity or of a superclass, the identifier and its parts included. */
    public Optional<BoundProperty> property(String property) {
        Optional<BoundProperty> found =
                identifierProperty().filter(id -> id.name().equals(property)).or(() -> own(property));
        if (found.isEmpty() && superEntity != null) {
            return superEntity.property(property);
        }
        return found.or(() -> identifierMapper().flatMap(mapper -> mapper.property(property)));
    }

    /** An attribute by its path of names and dots. */
    public Optional<BoundProperty> path(String path) {
        List<String> names = Arrays.asList(path.split("\\."));
        Optional<BoundProperty> found = property(names.get(0))
                .or(() -> names.get(0).equals("id") ? identifierProperty() : Optional.empty())
                .or(() -> descendants().stream()
                        .flatMap(each -> each.own(names.get(0)).stream())
                        .findFirst());
        for (String name : names.subList(1, names.size())) {
            found = found.flatMap(property ->
                    property.value() instanceof ComponentValue component ? component.property(name) : Optional.empty());
        }
        return found;
    }

    /** The attributes that an association may refer to: the entity's own and inherited ones, joins included. */
    public List<BoundProperty> referenceable() {
        List<BoundProperty> all = new ArrayList<>();
        if (superEntity != null) {
            all.addAll(superEntity.referenceable());
        }
        all.addAll(properties);
        joins.forEach(join -> all.addAll(join.properties()));
        return all;
    }

    /** The join that holds an attribute, of this entity or a superclass. */
    public Optional<BoundJoin> joinOf(BoundProperty property) {
        Optional<BoundJoin> own = joins.stream()
                .filter(join -> join.properties().contains(property))
                .findFirst();
        return own.isPresent() || superEntity == null ? own : superEntity.joinOf(property);
    }

    @Override
    public String toString() {
        return name();
    }
}
