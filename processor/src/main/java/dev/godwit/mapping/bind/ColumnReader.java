package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.Formula;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.type.BasicSource.Role;
import dev.godwit.mapping.type.ColumnSize;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the columns of a basic attribute, as {@code org.hibernate.boot.model.internal.AnnotatedColumn} does: from
 * {@code @Column}, from an override, or implied by the attribute.
 */
final class ColumnReader {

    private final Binding binding;

    ColumnReader(Binding binding) {
        this.binding = binding;
    }

    /** The columns of an attribute that is no association. */
    Columns ofAttribute(Holder holder, Attribute attribute, Nullability nullability) {
        Columns columns =
                read(holder, attribute, nullability, Role.ATTRIBUTE, attribute.type(), attribute.get(Jpa.COLUMN));
        if (binding.basicColumns().hasZoneColumn(attribute)) {
            columns.entries().stream()
                    .findFirst()
                    .flatMap(entry -> zoneColumn(entry, attribute))
                    .ifPresent(columns::add);
        }
        return columns;
    }

    /** The column for the zone of a value, beside the column for its time. */
    private Optional<Columns.Entry> zoneColumn(Columns.Entry time, Attribute attribute) {
        Optional<AnnotationView> stated = attribute.get(Hib.TIME_ZONE_COLUMN);
        return time.column()
                .flatMap(column -> time.logicalName().map(logical -> {
                    Name name = stated.flatMap(view -> view.text("name"))
                            .map(binding.naming()::column)
                            .orElseGet(() ->
                                    binding.naming().column(new Identifier(logical.text() + "_tz", logical.quoted())));
                    BoundColumn zone = new BoundColumn()
                            .name(name.physical())
                            .nullable(column.isNullable())
                            .type(() -> new Type.Simple(Type.Simple.Kind.INTEGER))
                            .definition(stated.flatMap(view -> view.text("columnDefinition")))
                            .options(stated.flatMap(view -> view.text("options")))
                            .comment(stated.flatMap(view -> view.text("comment")));
                    return new Columns.Entry(zone, Optional.of(name.logical()));
                }));
    }

    /**
     * The columns of one part of an attribute.
     *
     * @param stated the annotation that describes the column, a {@code @Column} or of like members
     */
    Columns read(
            Holder holder,
            Attribute attribute,
            Nullability nullability,
            Role part,
            TypeMirror type,
            Optional<AnnotationView> stated) {
        Columns columns = new Columns(binding, holder, holder.path(attribute.name()));
        Optional<AnnotationView> formula =
                stated.isPresent() || part == Role.MAP_KEY ? Optional.empty() : attribute.get(Hib.FORMULA);
        if (formula.isPresent()) {
            columns.add(new Columns.Entry(new Formula(formula.get().string("value")), Optional.empty()));
            return columns;
        }
        List<AnnotationView> views = holder.columns(holder.path(attribute.name()))
                .orElseGet(() -> stated.stream().toList());
        if (views.isEmpty()) {
            columns.add(implied(columns, attribute, nullability, part, type));
        }
        for (AnnotationView view : views) {
            columns.add(stated(columns, attribute, part, type, view));
            view.text("table").map(binding::identifier).ifPresent(columns::statedTable);
        }
        if (part != Role.MAP_KEY) {
            columns.columns().forEach(column -> describe(column, attribute));
        }
        return columns;
    }

    private Columns.Entry implied(
            Columns columns, Attribute attribute, Nullability nullability, Role part, TypeMirror type) {
        BoundColumn column = new BoundColumn();
        column.nullable(nullability == Nullability.FORCED_NULL
                || isOptional(attribute, columns.holder(), binding.settings().hibernate()));
        Name name = part == Role.MAP_KEY
                ? binding.naming().mapKeyColumn(attribute.name())
                : binding.naming()
                        .basicColumn(
                                columns.path(),
                                part == Role.ELEMENT && !columns.holder().isEntity());
        return named(columns, column, name, attribute, part, type, sizes(attribute, Optional.empty()));
    }

    private Columns.Entry stated(
            Columns columns, Attribute attribute, Role part, TypeMirror type, AnnotationView view) {
        BoundColumn column = new BoundColumn().explicit(true);
        column.nullable(view.bool("nullable"));
        column.unique(view.bool("unique"));
        column.definition(view.text("columnDefinition").map(this::definition));
        column.options(view.text("options"));
        column.comment(view.text("comment"));
        checks(view).forEach(column::check);
        Name name = view.text("name")
                .map(binding.naming()::column)
                .orElseGet(() -> part == Role.MAP_KEY
                        ? binding.naming().mapKeyColumn(attribute.name())
                        : binding.naming()
                                .basicColumn(
                                        columns.path(),
                                        part == Role.ELEMENT
                                                && !columns.holder().isEntity()));
        return named(columns, column, name, attribute, part, type, sizes(attribute, Optional.of(view)));
    }

    private Columns.Entry named(
            Columns columns,
            BoundColumn column,
            Name implied,
            Attribute attribute,
            Role part,
            TypeMirror type,
            ColumnSize sizes) {
        Name name = columns.holder() instanceof ComponentHolder component
                        && binding.settings().hibernate().knowsNewEmbeddableAnnotations()
                ? component
                        .patterned(implied.logical().text())
                        .map(text -> binding.naming()
                                .column(new Identifier(text, implied.logical().quoted())))
                        .orElse(implied)
                : implied;
        column.name(name.physical());
        binding.basicColumns().describe(column, columns.holder(), attribute, part, type, sizes);
        return new Columns.Entry(column, Optional.of(name.logical()));
    }

    /** A column definition; names in it are quoted where all are. */
    private String definition(String sql) {
        return sql;
    }

    static List<Check> checks(AnnotationView view) {
        return view.annotations("check").stream()
                .map(check -> new Check(
                        check.text("name").map(Identifier::of), check.string("constraint"), check.text("options")))
                .toList();
    }

    private static void describe(BoundColumn column, Attribute attribute) {
        attribute.get(Hib.COLUMN_DEFAULT).ifPresent(view -> column.defaultSql(Optional.of(view.string("value"))));
        attribute
                .get(Hib.GENERATED_COLUMN)
                .ifPresent(view -> column.generatedAs(Optional.of(new Column.Generated(view.string("value"), true))));
        attribute
                .all(Hib.CHECK)
                .forEach(view ->
                        column.check(new Check(view.text("name").map(Identifier::of), view.string("constraints"))));
    }

    private static ColumnSize sizes(Attribute attribute, Optional<AnnotationView> column) {
        ColumnSize size = column.map(ColumnSize::of).orElse(ColumnSize.UNSTATED);
        Optional<AnnotationView> fraction = attribute.get(Hib.FRACTIONAL_SECONDS);
        if (fraction.isPresent()) {
            size = size.withSecondPrecision(fraction.get().integer("value"));
        }
        Optional<AnnotationView> array = attribute.get(Hib.ARRAY);
        return array.isPresent() ? size.withArrayLength(array.get().integer("length")) : size;
    }

    /** Whether the type or {@code @Basic} leaves an attribute of an entity optional. */
    static boolean isOptionalByType(Attribute attribute) {
        boolean primitive = attribute.type().getKind().isPrimitive();
        return attribute.get(Jpa.BASIC).map(basic -> basic.bool("optional")).orElse(true) && !primitive;
    }

    /** Whether the type or {@code @Basic} leaves the attribute optional; in an embeddable it always is. */
    private static boolean isOptional(Attribute attribute, Holder holder, HibernateLine line) {
        boolean primitive = attribute.type().getKind().isPrimitive();
        Optional<AnnotationView> basic = attribute.get(Jpa.BASIC);
        if (basic.isPresent()) {
            return basic.get().bool("optional") && (!primitive || line.letsBasicPrimitivesBeNull());
        }
        return attribute.type().getKind() == TypeKind.ARRAY || holder.isComponent() || !primitive;
    }
}
