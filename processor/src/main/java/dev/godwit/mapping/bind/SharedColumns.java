package dev.godwit.mapping.bind;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.read.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns that entities of different hierarchies map in one table.
 *
 * <p>Hibernate keeps the definition that it binds first and says nothing; which one that is depends on the order of the
 * classes, so a schema must not.
 */
final class SharedColumns {

    private final Map<BoundColumn, BoundEntity> owners = new IdentityHashMap<>();
    private final List<Shared> shared = new ArrayList<>();

    private record Shared(
            BoundTable table,
            BoundColumn first,
            BoundEntity firstEntity,
            BoundColumn second,
            BoundEntity secondEntity,
            Place place) {

        boolean isDisagreement() {
            return firstEntity.root() != secondEntity.root() && !first.type().equals(second.type());
        }
    }

    /** Notes a column that is about to be added to a table; one of a collection's table is no business of entities. */
    void note(BoundTable table, BoundColumn column, BoundEntity entity, Place place) {
        if (table != entity.table()) {
            return;
        }
        BoundColumn known = table.column(column).orElse(column);
        BoundEntity owner = owners.computeIfAbsent(known, absent -> entity);
        if (known != column) {
            shared.add(new Shared(table, known, owner, column, entity, place));
        }
    }

    /** Reports what was noted, once every type is known. */
    void report(Diagnostics diagnostics) {
        shared.stream()
                .filter(Shared::isDisagreement)
                .forEach(each -> diagnostics.report(
                        Messages.disagreeingEntities(
                                each.table.name().toString(),
                                each.first.name().toString(),
                                each.firstEntity.name(),
                                each.secondEntity.name()),
                        each.place));
    }
}
