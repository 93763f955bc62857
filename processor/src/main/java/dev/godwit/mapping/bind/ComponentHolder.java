package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import java.util.Optional;

/** An embeddable that attributes are bound into. */
final class ComponentHolder extends Holder {

    private final ComponentValue component;
    private final Holder parent;
    private final boolean withinEmbeddedId;
    private final Optional<Attribute> attribute;
    private final Optional<String> namingPattern;
    private final ClassView type;

    ComponentHolder(
            ComponentValue component, String path, ClassView type, Optional<Attribute> attribute, Holder parent) {
        super(
                path,
                Optional.of(parent),
                Overrides.onHierarchy(type, path),
                attribute.map(each -> Overrides.on(each.annotations(), path)).orElse(Overrides.NONE));
        this.component = component;
        this.type = type;
        this.parent = parent;
        this.attribute = attribute;
        this.withinEmbeddedId =
                parent.isWithinEmbeddedId() || attribute.filter(Attribute::isId).isPresent();
        this.namingPattern = attribute.flatMap(each -> each.get(Hib.EMBEDDED_COLUMN_NAMING)
                .map(naming -> naming.text("value").orElse(each.name() + "_%s")));
    }

    ComponentValue component() {
        return component;
    }

    /** The attribute that holds the embeddable; empty for an id class or an element. */
    Optional<Attribute> attribute() {
        return attribute;
    }

    /** The annotations of the embeddable class. */
    Annotations typeAnnotations() {
        return type.annotations();
    }

    @Override
    BoundEntity entity() {
        return component.owner();
    }

    @Override
    BoundTable table() {
        return component.table();
    }

    @Override
    void add(BoundProperty property, Columns columns) {
        BoundTable table = property.value().table();
        if (table != component.table() && component.properties().isEmpty()) {
            move(table);
        }
        component.add(property);
    }

    private void move(BoundTable table) {
        component.table(table);
        if (parent instanceof ComponentHolder above
                && above.component.properties().isEmpty()) {
            above.move(table);
        }
    }

    @Override
    void add(BoundProperty property) {
        component.add(property);
    }

    @Override
    boolean isComponent() {
        return true;
    }

    @Override
    boolean isWithinEmbeddedId() {
        return withinEmbeddedId;
    }

    @Override
    boolean isWithinElementCollection() {
        return parent.isWithinElementCollection() || parent instanceof CollectionHolder;
    }

    /** The column name after {@code @EmbeddedColumnNaming} of this embeddable and those around it. */
    Optional<String> patterned(String name) {
        Optional<String> own = namingPattern.map(pattern -> pattern.replace("%s", name));
        if (parent instanceof ComponentHolder above) {
            return above.patterned(own.orElse(name)).or(() -> own);
        }
        return own;
    }
}
