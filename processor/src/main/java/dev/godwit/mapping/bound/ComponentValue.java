package dev.godwit.mapping.bound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value made of attributes: an embeddable, or the identifier attributes of an entity taken together. */
public final class ComponentValue extends Value {

    private final BoundEntity owner;
    private final String className;
    private final boolean virtual;
    private final List<BoundProperty> properties = new ArrayList<>();
    private @Nullable BasicValue discriminator;
    private @Nullable BasicValue aggregate;
    private @Nullable List<Integer> order;
    private boolean sorted;
    private boolean tableStated;
    private boolean keepsOrder;

    /**
     * @param className the binary name of the embeddable
     * @param virtual whether its attributes are the owner's own
     */
    public ComponentValue(BoundEntity owner, BoundTable table, String className, boolean virtual) {
        super(table);
        this.owner = owner;
        this.className = className;
        this.virtual = virtual;
    }

    public BoundEntity owner() {
        return owner;
    }

    public String className() {
        return className;
    }

    public boolean isVirtual() {
        return virtual;
    }

    public List<BoundProperty> properties() {
        return properties;
    }

    public void add(BoundProperty property) {
        properties.add(property);
    }

    public Optional<BoundProperty> property(String name) {
        return properties.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public Optional<BasicValue> discriminator() {
        return Optional.ofNullable(discriminator);
    }

    public void discriminator(BasicValue value) {
        discriminator = value;
    }

    /** The one column that holds the whole component, where the mapping asks for that. */
    public Optional<BasicValue> aggregate() {
        return Optional.ofNullable(aggregate);
    }

    public void aggregate(BasicValue value) {
        aggregate = value;
    }

    /** Keeps the attributes in the order of a record's components. */
    public void keepOrder() {
        keepsOrder = true;
    }

    public boolean isTableStated() {
        return tableStated;
    }

    public void stateTable(BoundTable stated) {
        table(stated);
        tableStated = true;
    }

    @Override
    public List<Selectable> selectables() {
        if (aggregate != null) {
            return aggregate.selectables();
        }
        List<Selectable> all = new ArrayList<>();
        properties.forEach(property -> all.addAll(property.value().selectables()));
        if (discriminator != null) {
            all.addAll(discriminator.selectables());
        }
        return all;
    }

    /**
     * Sorts the attributes by name.
     *
     * @return where each attribute went, if what refers to the component has to follow
     */
    public Optional<List<Integer>> sortProperties() {
        if (!sorted) {
            sorted = true;
            if (!keepsOrder) {
                List<BoundProperty> before = List.copyOf(properties);
                properties.sort(Comparator.comparing(BoundProperty::name));
                if (virtual) {
                    order = before.stream().map(properties::indexOf).toList();
                }
            }
        }
        return Optional.ofNullable(order);
    }
}
