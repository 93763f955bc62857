package dev.godwit.mapping.validation;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.model.Settings;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Applies Bean Validation's constraints to the columns of bound entities. */
public final class BeanValidation {

    /** Full key of the setting that names the groups; the default group without it. */
    private static final String GROUPS = "jakarta.persistence.validation.group.ddl";

    private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";

    private final ModelReader reader;
    private final Constraints constraints;
    private final List<String> groups;

    public BeanValidation(ModelReader reader, Settings settings) {
        this.reader = reader;
        this.constraints = new Constraints(reader);
        String stated = settings.properties().getOrDefault(GROUPS, DEFAULT_GROUP);
        this.groups = Arrays.stream(stated.split(",")).map(String::strip).toList();
    }

    /** Applies the constraints of each entity to its own and its inherited attributes. */
    public void apply(Collection<BoundEntity> entities) {
        entities.forEach(entity -> apply(entity, entity.view(), "", true));
    }

    private void apply(BoundEntity entity, ClassView view, String prefix, boolean notNullReaches) {
        for (ConstrainedProperty constrained : constraints.of(view)) {
            Optional<BoundProperty> property = entity.path(prefix + constrained.name());
            property.ifPresent(bound -> apply(entity, constrained, bound, prefix, notNullReaches));
        }
    }

    private void apply(
            BoundEntity entity,
            ConstrainedProperty constrained,
            BoundProperty property,
            String prefix,
            boolean notNullReaches) {
        Effects effects = constrained.effects(groups);
        boolean notNull = effects.isNotNull() && notNullReaches;
        List<BoundColumn> columns = property.value().columns();
        columns.forEach(column -> {
            effects.checks(column.name()).stream()
                    .filter(check -> !column.checks().contains(check))
                    .forEach(column::check);
            if (effects.resizes()) {
                column.retyped(effects::resized);
            }
        });
        if (notNull) {
            property.optional(false);
            if (!(property.value() instanceof ComponentValue) && !(prefix.isEmpty() && isShared(entity, property))) {
                columns.forEach(column -> column.nullable(false));
            }
        }
        if (constrained.isCascaded() && property.value() instanceof ComponentValue component) {
            // where the embeddable itself may be null, so may all of its columns
            reader.classNamed(component.className())
                    .ifPresent(view -> apply(entity, view, prefix + constrained.name() + ".", notNull));
        }
    }

    /** Whether rows of other classes share the columns: those of a subclass in the table of its hierarchy. */
    private static boolean isShared(BoundEntity entity, BoundProperty property) {
        if (declares(entity, property)) {
            return entity.kind() == BoundEntity.Kind.SINGLE_TABLE;
        }
        return entity.superEntity().filter(parent -> isShared(parent, property)).isPresent();
    }

    private static boolean declares(BoundEntity entity, BoundProperty property) {
        return entity.properties().contains(property)
                || entity.joins().stream().map(BoundJoin::properties).anyMatch(all -> all.contains(property));
    }
}
