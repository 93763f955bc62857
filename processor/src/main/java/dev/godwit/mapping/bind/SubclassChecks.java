package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BasicValue;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.Formula;
import dev.godwit.mapping.bound.Selectable;
import dev.godwit.schema.Check;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The check that rows of a subclass in a single table have what the subclass requires
 * ({@code org.hibernate.mapping.SingleTableSubclass#createConstraints}).
 */
final class SubclassChecks {

    private SubclassChecks() {}

    static void add(BoundEntity entity) {
        String value = Discriminators.valueOf(entity);
        Optional<BasicValue> discriminator = entity.discriminator();
        if (discriminator.isEmpty()
                || entity.view().element().getModifiers().contains(Modifier.ABSTRACT)
                || value.equals("not null")) {
            return;
        }
        String required = Stream.concat(
                        entity.superEntity().stream().flatMap(parent -> parent.properties().stream()),
                        entity.properties().stream())
                .filter(property -> !(property.value() instanceof ComponentValue) && !property.isOptional())
                .flatMap(SubclassChecks::columns)
                .filter(BoundColumn::isNullable)
                .map(column -> column.name() + " is not null")
                .collect(Collectors.joining(" and "));
        if (!required.isEmpty()) {
            String comparison = value.equals("null") ? " is null" : " <> " + Discriminators.literal(entity, value);
            entity.table()
                    .checks()
                    .add(new Check(
                            Optional.empty(),
                            text(discriminator.get().selectables().get(0)) + comparison + " or (" + required + ")"));
        }
    }

    private static Stream<BoundColumn> columns(BoundProperty property) {
        return property.value().columns().stream();
    }

    private static String text(Selectable selectable) {
        return selectable instanceof Formula formula
                ? formula.sql().strip()
                : ((BoundColumn) selectable).name().toString();
    }
}
