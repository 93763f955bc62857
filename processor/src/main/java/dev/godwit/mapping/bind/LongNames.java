package dev.godwit.mapping.bind;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.read.Member;
import dev.godwit.mapping.read.Place;
import dev.godwit.schema.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which names no migration for PostgreSQL can use. Hibernate writes them all the same and leaves it to the server
 * to cut them.
 */
final class LongNames {

    private static final int MOST_BYTES = 63;

    private final Diagnostics diagnostics;
    private final Set<Identifier> reported = new HashSet<>();

    private LongNames(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void report(Collection<BoundEntity> entities, Diagnostics diagnostics) {
        LongNames names = new LongNames(diagnostics);
        entities.forEach(names::check);
    }

    private void check(BoundEntity entity) {
        Place place = entity.view().place();
        check(entity.table(), place);
        Stream.concat(entity.properties().stream(), entity.joins().stream().flatMap(join -> join.properties().stream()))
                .forEach(property ->
                        check(property, property.member().map(Member::place).orElse(place)));
    }

    private void check(BoundProperty property, Place place) {
        if (property.value() instanceof CollectionValue collection && !collection.isOneToMany()) {
            check(collection.table(), place);
            collection.table().columns().forEach(column -> check(column.name(), place));
        } else {
            property.value().columns().forEach(column -> check(column.name(), place));
        }
    }

    private void check(BoundTable table, Place place) {
        if (table.isPhysical()) {
            check(table.name().name(), place);
        }
    }

    private void check(Identifier name, Place place) {
        if (name.text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES && reported.add(name)) {
            diagnostics.report(Messages.longName(name.text()), place);
        }
    }
}
