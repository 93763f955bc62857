package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.Optional;

/** Reads join columns, as {@code org.hibernate.boot.model.internal.AnnotatedJoinColumn} does. */
final class JoinColumnReader {

    private final Binding binding;

    JoinColumnReader(Binding binding) {
        this.binding = binding;
    }

    /** What an attribute states about its join columns; empty where it states nothing. */
    Optional<JoinColumns> stated(Holder holder, Attribute attribute) {
        List<AnnotationView> stated = statedViews(attribute);
        if (!stated.isEmpty()) {
            return Optional.of(read(holder, attribute, Optional.of(stated), Optional.empty()));
        }
        List<AnnotationView> mixed = attribute.all(Hib.JOIN_COLUMN_OR_FORMULA);
        if (!mixed.isEmpty()) {
            JoinColumns columns = columns(holder, attribute);
            mixed.forEach(view -> view.annotation("formula")
                    .filter(formula -> formula.text("value").isPresent())
                    .ifPresentOrElse(
                            formula -> addFormula(columns, formula),
                            () -> view.annotation("column")
                                    .ifPresent(column -> addStated(columns, attribute, column))));
            return Optional.of(columns);
        }
        return attribute.get(Hib.JOIN_FORMULA).map(formula -> {
            JoinColumns columns = columns(holder, attribute);
            addFormula(columns, formula);
            return columns;
        });
    }

    private static List<AnnotationView> statedViews(Attribute attribute) {
        List<AnnotationView> stated = attribute.all(Jpa.JOIN_COLUMN);
        return stated.isEmpty() && attribute.has(Jpa.MAPS_ID) ? attribute.all(Jpa.PRIMARY_KEY_JOIN_COLUMN) : stated;
    }

    private JoinColumns columns(Holder holder, Attribute attribute) {
        JoinColumns columns = new JoinColumns(binding, holder, holder.path(attribute.name()), true);
        columns.place(attribute.place());
        attribute.get(Hib.PROPERTY_REF).ifPresent(reference -> columns.referencedProperty(reference.string("value")));
        return columns;
    }

    /** The join columns of an attribute: overridden, stated, or one that is implied. */
    JoinColumns read(
            Holder holder, Attribute attribute, Optional<List<AnnotationView>> stated, Optional<String> mappedBy) {
        JoinColumns columns = columns(holder, attribute);
        columns.mappedBy(mappedBy);
        List<AnnotationView> views = holder.joinColumns(holder.path(attribute.name()))
                .or(() -> stated)
                .orElse(List.of());
        if (views.isEmpty()) {
            addImplied(columns, attribute);
        }
        views.forEach(view -> addStated(columns, attribute, view));
        return columns;
    }

    /** The join columns that implied ones of a map's entity key take their name from, by a suffix. */
    JoinColumns mapKey(Holder holder, Attribute attribute) {
        JoinColumns columns = columns(holder, attribute);
        List<AnnotationView> views = holder.joinColumns(holder.path(attribute.name()))
                .filter(list -> !list.isEmpty())
                .orElseGet(() -> attribute.all(Jpa.MAP_KEY_JOIN_COLUMN));
        if (views.isEmpty()) {
            JoinColumnSpec spec = new JoinColumnSpec(columns);
            spec.stated();
            spec.name(binding.naming().mapKeyColumn(attribute.name()));
            columns.add(spec);
        }
        views.forEach(view -> {
            addStated(columns, attribute, view);
            JoinColumnSpec spec = columns.specs().get(columns.specs().size() - 1);
            if (spec.isNameDeferred()) {
                spec.name(binding.naming().mapKeyColumn(attribute.name()));
            }
        });
        return columns;
    }

    /**
     * The columns of a join table.
     *
     * @param required whether they are never null
     */
    JoinColumns ofJoinTable(
            Holder holder,
            Attribute attribute,
            List<AnnotationView> stated,
            Optional<String> mappedBy,
            boolean required) {
        JoinColumns columns = columns(holder, attribute);
        columns.mappedBy(mappedBy);
        if (stated.isEmpty()) {
            addImplied(columns, attribute);
        }
        stated.forEach(view -> addStated(columns, attribute, view));
        if (required) {
            columns.forceNotNull();
        }
        return columns;
    }

    private void addImplied(JoinColumns columns, Attribute attribute) {
        JoinColumnSpec spec = new JoinColumnSpec(columns);
        attribute
                .get(Hib.COLUMN_DEFAULT)
                .ifPresent(view -> spec.column().defaultSql(Optional.of(view.string("value"))));
        columns.add(spec);
    }

    private void addFormula(JoinColumns columns, AnnotationView formula) {
        JoinColumnSpec spec = new JoinColumnSpec(columns);
        spec.formula(formula.string("value"));
        formula.text("referencedColumnName").map(binding::identifier).ifPresent(spec::referencedColumn);
        columns.add(spec);
    }

    private void addStated(JoinColumns columns, Attribute attribute, AnnotationView view) {
        JoinColumnSpec spec = new JoinColumnSpec(columns);
        spec.stated();
        describe(spec, view);
        if (view.name().equals(Jpa.PRIMARY_KEY_JOIN_COLUMN)) {
            spec.nullable(false);
        } else {
            spec.nullable(view.bool("nullable"));
            spec.column().unique(view.bool("unique"));
        }
        ColumnReader.checks(view).forEach(spec.column()::check);
        attribute
                .get(Hib.COLUMN_DEFAULT)
                .ifPresent(value -> spec.column().defaultSql(Optional.of(value.string("value"))));
        view.text("table").map(binding::identifier).ifPresent(columns::statedTable);
        columns.add(spec);
    }

    private void describe(JoinColumnSpec spec, AnnotationView view) {
        view.text("name").map(binding.naming()::column).ifPresent(spec::name);
        spec.column()
                .definition(view.text("columnDefinition"))
                .options(view.text("options"))
                .comment(view.text("comment"));
        view.text("referencedColumnName").map(binding::identifier).ifPresent(spec::referencedColumn);
    }

    /**
     * The columns by which a joined subclass' or secondary table refers to the primary table.
     *
     * @param stated {@code @PrimaryKeyJoinColumn}s, or the {@code @JoinColumn}s of a join table
     */
    JoinColumns ofPrimaryKey(Holder holder, BoundEntity entity, List<AnnotationView> stated) {
        JoinColumns columns = new JoinColumns(binding, holder, "", false);
        Identifier id = entity.identifier().columns().get(0).name();
        Identifier implied = entity.identifier().table().logicalName(id).orElse(id);
        if (stated.isEmpty()) {
            JoinColumnSpec spec = new JoinColumnSpec(columns);
            spec.name(binding.naming().column(implied));
            spec.nullable(false);
            columns.add(spec);
        }
        for (AnnotationView view : stated) {
            JoinColumnSpec spec = new JoinColumnSpec(columns);
            spec.stated();
            describe(spec, view);
            if (spec.isNameDeferred()) {
                spec.name(binding.naming().column(implied));
            }
            spec.nullable(false);
            columns.add(spec);
            columns.place(view.place());
        }
        return columns;
    }
}
