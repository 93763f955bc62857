package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.type.BasicSource;
import dev.godwit.mapping.type.ColumnSize;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.type.TypeMirror;

/** The column of {@code @SoftDelete}, on an entity, an attribute, a mapped superclass or a package. */
final class SoftDeletes {

    private final Binding binding;

    SoftDeletes(Binding binding) {
        this.binding = binding;
    }

    void bind(BoundEntity entity) {
        entity.view()
                .annotations()
                .get(Hib.SOFT_DELETE)
                .or(() -> Hierarchy.lineage(entity.view())
                        .skip(1)
                        .filter(view -> view.has(Jpa.MAPPED_SUPERCLASS))
                        .flatMap(view -> view.annotations().get(Hib.SOFT_DELETE).stream())
                        .findFirst())
                .or(() -> onPackage(entity.view()))
                .ifPresent(view -> add(view, entity.table(), new Origin(entity.name(), "{softDelete}")));
    }

    /** The column in the table of a collection: stated at the attribute, at its class or at the package. */
    void bind(Attribute attribute, BoundTable table, Origin origin) {
        attribute
                .get(Hib.SOFT_DELETE)
                .or(() -> binding.reader()
                        .classOf(attribute.member().declaring())
                        .flatMap(view -> view.annotations().get(Hib.SOFT_DELETE).or(() -> onPackage(view))))
                .ifPresent(view -> add(
                        view, table, new Origin(origin.entity(), origin.path() + "/{softDelete}", origin.target())));
    }

    private Optional<AnnotationView> onPackage(ClassView view) {
        return binding.reader()
                .annotations(binding.reader().elements().getPackageOf(view.element()))
                .get(Hib.SOFT_DELETE);
    }

    private void add(AnnotationView view, BoundTable table, Origin origin) {
        String strategy = view.constant("strategy");
        boolean timestamp = strategy.equals("TIMESTAMP");
        String implied = timestamp ? "deleted" : strategy.equals("ACTIVE") ? "active" : "deleted";
        Identifier logical = binding.identifier(view.text("columnName").orElse(implied));
        BoundColumn column = new BoundColumn()
                .name(binding.naming().column(logical).physical())
                .nullable(timestamp)
                .origin(origin);
        boolean described = binding.settings().hibernate().describesSoftDeletes();
        column.options(view.text("options").filter(text -> described));
        column.comment(
                Optional.of(view.text("comment").filter(text -> described).orElse("Soft-delete indicator")));
        describe(column, view, timestamp);
        table.add(column);
        table.bindName(logical, column.name());
    }

    /** An instant, or a boolean as the converter stores it. */
    private void describe(BoundColumn column, AnnotationView view, boolean timestamp) {
        if (timestamp) {
            column.type(() -> new Type.Temporal(Type.Temporal.Kind.TIMESTAMP_UTC, OptionalInt.empty()));
            return;
        }
        Optional<TypeMirror> converter =
                view.type("converter").filter(type -> !type.toString().endsWith(".UnspecifiedConversion"));
        TypeMirror bool =
                binding.reader().elements().getTypeElement("java.lang.Boolean").asType();
        BasicSource source = new BasicSource(
                BasicSource.Role.ATTRIBUTE, bool, Annotations.NONE, ColumnSize.ofLength(1), converter, view.place());
        if (view.constant("strategy").equals("ACTIVE")) {
            binding.basicColumns().describeNegated(column, source);
        } else {
            binding.basicColumns().describe(column, source);
        }
    }
}
