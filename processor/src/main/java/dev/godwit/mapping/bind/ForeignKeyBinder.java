package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.AnyValue;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.bound.KeyValue;
import dev.godwit.mapping.bound.Selectable;
import dev.godwit.mapping.bound.SimpleValue;
import dev.godwit.mapping.bound.ToOneValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.read.Place;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.Optional;

/**
 * Links join columns with what they refer to, as {@code TableBinder.bindForeignKey} of Hibernate's boot model does.
 */
final class ForeignKeyBinder {

    /** The length of a column whose mapping states none. */
    private static final long UNSTATED_LENGTH = 255;

    /** What join columns refer to. */
    enum Reference {
        IMPLIED_KEY,
        STATED_KEY,
        OTHER_COLUMNS
    }

    private final Binding binding;

    ForeignKeyBinder(Binding binding) {
        this.binding = binding;
    }

    /**
     * Gives the value its columns and its foreign key.
     *
     * @param owner the entity whose attribute the value is
     */
    void bind(BoundEntity referenced, BoundEntity owner, JoinColumns columns, SimpleValue value, boolean unique) {
        if (columns.mappedBy().isPresent()) {
            bindUnowned(owner, columns, value, columns.mappedBy().get());
        } else if (columns.first().isImplicit()) {
            bindImplied(referenced, columns, value);
            if (value instanceof ToOneValue toOne) {
                toOne.markSorted();
            }
        } else {
            switch (reference(columns, referenced)) {
                case OTHER_COLUMNS -> bindOtherColumns(referenced, columns, value);
                case IMPLIED_KEY -> bindToKeyInOrder(referenced, columns, value);
                case STATED_KEY -> bindToStatedKey(referenced, columns, value);
            }
        }
        if (value instanceof ToOneValue toOne) {
            createForeignKey(toOne, referenced, columns);
        }
        if (unique) {
            value.createUniqueKey();
        }
    }

    private void createForeignKey(ToOneValue toOne, BoundEntity referenced, JoinColumns columns) {
        toOne.sortColumns(referenced.identifier());
        if (toOne.referencedProperty().isPresent() || !toOne.isConstrained()) {
            return;
        }
        Optional<BoundJoin> join = columns.specs().isEmpty() ? Optional.empty() : joinReferred(columns, referenced);
        if (join.isPresent()) {
            toOne.createForeignKey(
                            referenced, join.get().key().map(Value::columns).orElse(List.of()))
                    .ifPresent(key -> key.referencedTable(join.get().table()));
        } else {
            toOne.createForeignKey(referenced, List.of());
        }
    }

    private Optional<BoundJoin> joinReferred(JoinColumns columns, BoundEntity referenced) {
        return columns.first().isImplicit()
                ? Optional.empty()
                : columns.first()
                        .referencedColumn()
                        .flatMap(name -> ColumnOwner.find(referenced, name))
                        .flatMap(ColumnOwner::join);
    }

    /** What the columns refer to: the whole key of the entity, or something else. */
    Reference reference(JoinColumns columns, BoundEntity referenced) {
        if (columns.referencedProperty().isPresent()) {
            return Reference.OTHER_COLUMNS;
        }
        if (columns.specs().isEmpty() || columns.specs().stream().allMatch(JoinColumnSpec::isReferenceImplicit)) {
            return Reference.IMPLIED_KEY;
        }
        BoundTable table = ownerOfFirst(columns, referenced).table();
        List<BoundColumn> key =
                table.primaryKey().orElseGet(() -> referenced.key().columns());
        for (JoinColumnSpec spec : columns.specs()) {
            if (!spec.isReferenceImplicit() && key.stream().noneMatch(physical(table, spec, columns)::isSameAs)) {
                return Reference.OTHER_COLUMNS;
            }
        }
        return key.size() == columns.specs().size() ? Reference.STATED_KEY : Reference.OTHER_COLUMNS;
    }

    ColumnOwner ownerOfFirst(JoinColumns columns, BoundEntity referenced) {
        JoinColumnSpec first = columns.first();
        if (first.isImplicit() || first.isReferenceImplicit()) {
            return new ColumnOwner(referenced, Optional.empty());
        }
        Identifier name = first.referencedColumn().orElseThrow();
        return ColumnOwner.find(referenced, name)
                .orElseThrow(() -> new SecondPasses.NotYet(new MappingException(
                        Messages.unknownReferencedColumn(path(columns), name.toString(), referenced.name()),
                        place(columns))));
    }

    private BoundColumn physical(BoundTable table, JoinColumnSpec spec, JoinColumns columns) {
        Identifier name = spec.referencedColumn().orElseThrow();
        return new BoundColumn()
                .name(table.physicalName(name)
                        .orElseThrow(() -> new SecondPasses.NotYet(new MappingException(
                                Messages.unknownReferencedColumn(path(columns), name.toString(), table.toString()),
                                place(columns)))));
    }

    private void bindUnowned(BoundEntity owner, JoinColumns columns, SimpleValue value, String mappedBy) {
        for (Selectable selectable : mappedByColumns(owner, mappedBy, columns)) {
            if (selectable instanceof BoundColumn column) {
                columns.first().describeAs(column);
            }
            columns.first().linkCopy(selectable, value);
        }
    }

    private List<? extends Selectable> mappedByColumns(BoundEntity entity, String mappedBy, JoinColumns columns) {
        Value value = entity.path(mappedBy)
                .map(BoundProperty::value)
                .orElseThrow(() -> new MappingException(
                        Messages.unknownMappedBy(path(columns), mappedBy, entity.name()), place(columns)));
        if (value instanceof CollectionValue collection) {
            return collection
                    .element()
                    .map(Value::selectables)
                    .orElseThrow(() -> new MappingException(
                            Messages.unknownMappedBy(path(columns), mappedBy, entity.name()), place(columns)));
        }
        return value instanceof AnyValue any ? any.key().selectables() : value.selectables();
    }

    private void bindImplied(BoundEntity referenced, JoinColumns columns, SimpleValue value) {
        Value key = referenced.kind() == BoundEntity.Kind.JOINED ? referenced.key() : referenced.identifier();
        List<BoundColumn> keyColumns = key.columns();
        JoinColumnSpec first = columns.first();
        for (int i = 0; i < keyColumns.size(); i++) {
            first.linkUnderDefaultName(keyColumns.get(i), referenced, value);
            if (columns.mapsId().isPresent()) {
                renameMappedId(columns, i, first.column().name());
            }
        }
        if (key instanceof ComponentValue && value instanceof KeyValue own) {
            own.markSorted();
        }
    }

    private static void renameMappedId(JoinColumns columns, int index, Identifier name) {
        columns.mappedId().map(BoundProperty::value).ifPresent(id -> {
            BoundColumn column = id.columns().get(index);
            if (!column.name().equals(name)) {
                id.table().rename(column, name);
            }
        });
    }

    private void bindToKeyInOrder(BoundEntity referenced, JoinColumns columns, SimpleValue value) {
        int span = referenced.identifier().columns().size();
        if (columns.specs().size() != span) {
            throw new MappingException(
                    Messages.joinColumnCount(path(columns), columns.specs().size(), referenced.name(), span),
                    place(columns));
        }
        linkInOrder(referenced, referenced.identifier(), columns, value);
        sort(value, referenced.identifier());
    }

    private static void sort(SimpleValue value, Value referenced) {
        List<BoundColumn> before = value.columns();
        if (value instanceof ToOneValue toOne) {
            toOne.sortColumns(referenced);
        } else if (value instanceof KeyValue key) {
            key.sortColumns();
        }
        List<BoundColumn> columns = value.columns();
        List<BoundColumn> targets = referenced.columns();
        if (!columns.equals(before) && columns.size() == targets.size()) {
            for (int i = 0; i < columns.size(); i++) {
                BoundColumn target = new BoundColumn().typeOf(targets.get(i));
                columns.get(i).retyped(linked -> withKindOf(target.type(), linked));
            }
        }
    }

    /** Hibernate takes lengths while it links columns in their first order, and types once they are sorted. */
    private static Type withKindOf(Type target, Type linked) {
        return target instanceof Type.Sized sized
                ? new Type.Sized(sized.kind(), linked instanceof Type.Sized own ? own.length() : UNSTATED_LENGTH)
                : target;
    }

    private void bindToStatedKey(BoundEntity referenced, JoinColumns columns, SimpleValue value) {
        if (referenced.key() instanceof ComponentValue component) {
            component.sortProperties();
        }
        BoundTable table = ownerOfFirst(columns, referenced).table();
        List<BoundColumn> key = table == referenced.table()
                ? referenced.key().columns()
                : table.primaryKey().orElseGet(() -> referenced.key().columns());
        for (BoundColumn column : key) {
            JoinColumnSpec spec = columns.specs().stream()
                    .filter(each -> !each.isReferenceImplicit())
                    .filter(each -> physical(table, each, columns).isSameAs(column))
                    .findFirst()
                    .orElseThrow(() -> new MappingException(
                            Messages.missingJoinColumn(path(columns), column.toString(), referenced.name()),
                            place(columns)));
            if (spec.isNameDeferred()) {
                spec.linkUnderDefaultName(column, referenced, value);
            } else {
                spec.describeAs(column);
                spec.link(value);
            }
        }
        if (value instanceof ToOneValue toOne) {
            toOne.markSorted();
        } else if (value instanceof KeyValue own) {
            own.markSorted();
        }
    }

    private void bindOtherColumns(BoundEntity referenced, JoinColumns columns, SimpleValue value) {
        Optional<String> property = value instanceof ToOneValue toOne
                ? toOne.referencedProperty()
                : referenced
                        .path(columns.path())
                        .map(BoundProperty::value)
                        .filter(CollectionValue.class::isInstance)
                        .map(CollectionValue.class::cast)
                        .flatMap(CollectionValue::referencedProperty);
        Value target = property.flatMap(referenced::path)
                .map(BoundProperty::value)
                .orElseThrow(() -> new MappingException(
                        Messages.unknownReferencedColumn(
                                path(columns),
                                columns.first()
                                        .referencedColumn()
                                        .map(Identifier::toString)
                                        .orElse(""),
                                referenced.name()),
                        place(columns)));
        linkInOrder(referenced, target, columns, value);
        sort(value, target);
    }

    /** Links each join column with the column at its place. */
    static void linkInOrder(BoundEntity referenced, Value target, JoinColumns columns, SimpleValue value) {
        List<BoundColumn> targets = target.columns();
        for (int i = 0; i < columns.specs().size() && i < targets.size(); i++) {
            JoinColumnSpec spec = columns.specs().get(i);
            if (columns.mapsId().isPresent() && spec.logicalName().isPresent() && !spec.isNameDeferred()) {
                renameMappedId(columns, i, spec.column().name());
            }
            if (spec.isNameDeferred()) {
                spec.linkUnderDefaultName(targets.get(i), referenced, value);
            } else {
                spec.describeAs(targets.get(i));
                spec.link(value);
            }
        }
    }

    static String path(JoinColumns columns) {
        return columns.holder().entity().name() + "." + columns.path();
    }

    static Place place(JoinColumns columns) {
        return columns.place();
    }
}
