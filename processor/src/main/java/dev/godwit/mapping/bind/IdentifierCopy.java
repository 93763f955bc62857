package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.BasicValue;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.ComponentValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Repeats the identifier of one entity as part of another's, under the join columns that refer to it. */
final class IdentifierCopy {

    private final JoinColumns columns;
    private final BoundEntity referenced;
    private final boolean stated;
    private final Map<String, JoinColumnSpec> specs = new LinkedHashMap<>();
    private int index;

    IdentifierCopy(JoinColumns columns, BoundEntity referenced) {
        this.columns = columns;
        this.referenced = referenced;
        List<JoinColumnSpec> all = columns.specs();
        all.stream()
                .filter(spec -> !spec.isReferenceImplicit())
                .forEach(spec ->
                        specs.put(key(spec.referencedColumn().orElseThrow().text()), spec));
        this.stated = !specs.isEmpty();
        if (!stated) {
            for (int i = 0; i < all.size(); i++) {
                specs.put(String.valueOf(i), all.get(i));
            }
        }
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    void copy(ComponentValue identifier, ComponentValue into) {
        for (BoundProperty property : identifier.properties()) {
            if (property.value() instanceof ComponentValue inner) {
                ComponentValue copy = new ComponentValue(into.owner(), into.table(), inner.className(), false);
                copy(inner, copy);
                into.add(new BoundProperty(property.name(), copy, property.member(), false));
            } else {
                BasicValue value = new BasicValue(into.table());
                link(property, value);
                into.add(new BoundProperty(property.name(), value, property.member(), false));
            }
        }
    }

    private void link(BoundProperty property, BasicValue value) {
        JoinColumnSpec first = columns.first();
        for (BoundColumn column : property.value().columns()) {
            if (first.isImplicit()) {
                first.linkUnderDefaultName(column, referenced, value);
                first.column().nullable(false);
                continue;
            }
            JoinColumnSpec spec = Optional.ofNullable(
                            specs.get(stated ? key(column.name().text()) : String.valueOf(index++)))
                    .orElseThrow(() -> new MappingException(
                            Messages.missingJoinColumn(
                                    ForeignKeyBinder.path(columns), column.toString(), referenced.name()),
                            columns.place()));
            if (spec.isNameDeferred()) {
                spec.linkUnderDefaultName(column, referenced, value);
            } else {
                spec.describeAs(column);
                spec.link(value);
            }
            spec.column().nullable(false);
        }
    }
}
