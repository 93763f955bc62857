package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.BoundUniqueKey;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.naming.ImplicitNames.Constraint;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The unique key over the {@code @NaturalId} attributes of an entity. */
final class NaturalIds {

    private final Binding binding;

    NaturalIds(Binding binding) {
        this.binding = binding;
    }

    void add(Attribute attribute, Columns columns) {
        if (!attribute.has(Hib.NATURAL_ID)) {
            return;
        }
        if (binding.passes().isRunning()) {
            addToKey(columns);
        } else {
            binding.passes().general(() -> addToKey(columns));
        }
    }

    private void addToKey(Columns columns) {
        BoundTable table = columns.table();
        Identifier name = binding.naming()
                .implicit()
                .uniqueKey(new Constraint(table.name().name(), List.of(Identifier.of("_NaturalID"))));
        Optional<BoundUniqueKey> known = table.uniqueKeys().stream()
                .filter(key -> key.name().equals(Optional.of(name)))
                .findFirst();
        List<BoundColumn> all =
                new ArrayList<>(known.map(BoundUniqueKey::columns).orElse(List.of()));
        columnsOf(columns).forEach(column -> {
            BoundColumn own = table.column(column).orElse(column);
            if (all.stream().noneMatch(own::isSameAs)) {
                all.add(own);
            }
        });
        known.ifPresent(table.uniqueKeys()::remove);
        if (!all.isEmpty()) {
            table.add(new BoundUniqueKey(Optional.of(name), false, false, all, Optional.empty()));
        }
    }

    private static List<BoundColumn> columnsOf(Columns columns) {
        return columns.holder()
                .entity()
                .path(columns.path())
                .map(BoundProperty::value)
                .map(value -> value instanceof ComponentValue || columns instanceof JoinColumns
                        ? value.columns()
                        : columns.columns())
                .orElseGet(columns::columns);
    }
}
