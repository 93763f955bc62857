package dev.godwit.mapping.bind;

import dev.godwit.mapping.bind.AttributeBinder.Context;
import dev.godwit.mapping.bound.AnyValue;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.type.BasicSource.Role;
import dev.godwit.mapping.type.ColumnSize;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Binds {@code @Any} and the elements of {@code @ManyToAny}: a discriminator column and a key column. */
final class AnyBinder {

    private final Binding binding;
    private final ColumnReader columnReader;

    AnyBinder(Binding binding) {
        this.binding = binding;
        this.columnReader = new ColumnReader(binding);
    }

    void bind(Attribute attribute, Context context, JoinColumns keyColumns) {
        Holder holder = context.holder();
        Optional<AnnotationView> joinTable = holder.joinTable(attribute);
        joinTable.ifPresent(
                view -> keyColumns.join(new SecondaryTableBinder(binding).addJoinTable(holder.root(), view)));
        boolean optional =
                attribute.get(Hib.ANY).map(view -> view.bool("optional")).orElse(true);
        AnyValue value = value(attribute, holder, keyColumns, keyColumns.table(), context.nullability(), optional);
        BoundProperty property = AttributeBinder.property(attribute, value);
        property.optional(optional);
        holder.add(property, keyColumns);
    }

    AnyValue value(
            Attribute attribute,
            Holder holder,
            JoinColumns keyColumns,
            BoundTable table,
            Nullability nullability,
            boolean optional) {
        AnyValue value = new AnyValue(table);
        Columns discriminator = columnReader.read(
                holder,
                attribute,
                nullability,
                Role.ANY_DISCRIMINATOR,
                discriminatorType(attribute),
                attribute.get(Jpa.COLUMN));
        discriminator.table(table);
        discriminator.link(value.discriminator());
        JoinColumnSpec key = keyColumns.first();
        if (!optional) {
            key.nullable(false);
        }
        if (key.isNameDeferred()) {
            Name name = binding.naming().anyKeyColumn(keyColumns.path());
            key.name(name);
        }
        binding.basicColumns()
                .describe(key.column(), holder, attribute, Role.ANY_KEY, attribute.type(), ColumnSize.UNSTATED);
        keyColumns.table(table);
        key.link(value.key());
        return value;
    }

    /** What {@code @AnyDiscriminator} says; text unless it is there. */
    private TypeMirror discriminatorType(Attribute attribute) {
        String kind = attribute
                .get(Hib.ANY_DISCRIMINATOR)
                .map(view -> view.constant("value"))
                .orElse("STRING");
        String name = switch (kind) {
            case "CHAR" -> "java.lang.Character";
            case "INTEGER" -> "java.lang.Integer";
            default -> "java.lang.String";
        };
        return binding.reader().elements().getTypeElement(name).asType();
    }
}
