package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.type.BasicColumn;
import dev.godwit.mapping.type.BasicSource;
import dev.godwit.mapping.type.BasicSource.Role;
import dev.godwit.mapping.type.BasicTypes;
import dev.godwit.mapping.type.ColumnSize;
import dev.godwit.mapping.type.Converters;
import dev.godwit.mapping.type.ValueCheck;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Gives columns of basic values their type, and the check that comes with how the values are stored. */
final class BasicColumns {

    private final BasicTypes types;
    private final Converters converters;

    BasicColumns(BasicTypes types, Converters converters) {
        this.types = types;
        this.converters = converters;
    }

    /** Describes the column, once its type is asked for. */
    void describe(BoundColumn column, Holder holder, Attribute attribute, Role role, TypeMirror type, ColumnSize size) {
        describe(
                column,
                () -> new BasicSource(
                        role,
                        type,
                        attribute.annotations(),
                        size,
                        converter(holder, attribute, role, type),
                        attribute.place()));
    }

    void describe(BoundColumn column, BasicSource source) {
        describe(column, () -> source);
    }

    /** For a boolean that is stored as its opposite. */
    void describeNegated(BoundColumn column, BasicSource source) {
        describe(column, () -> source, ValueCheck::reversed);
    }

    private void describe(BoundColumn column, Supplier<BasicSource> source) {
        describe(column, source, UnaryOperator.identity());
    }

    private void describe(BoundColumn column, Supplier<BasicSource> source, UnaryOperator<ValueCheck> checked) {
        Supplier<BasicColumn> resolved = once(() -> types.column(source.get()));
        column.type(() -> resolved.get().type());
        column.impliedCheck(name -> resolved.get().check().map(checked).map(check -> check.on(name)));
    }

    /** Whether the zone of the attribute's value lies in a column of its own. */
    boolean hasZoneColumn(Attribute attribute) {
        return types.hasZoneColumn(attribute.type(), attribute.annotations());
    }

    private Optional<TypeMirror> converter(Holder holder, Attribute attribute, Role role, TypeMirror type) {
        Optional<AnnotationView> stated = switch (role) {
            case ATTRIBUTE -> Conversions.ofAttribute(holder, attribute);
            case ELEMENT, MAP_KEY -> Conversions.ofPart(attribute, role);
            default -> Optional.empty();
        };
        if (stated.isPresent()) {
            return stated.filter(view -> !view.bool("disableConversion"))
                    .flatMap(view -> view.type("converter"))
                    .filter(converter -> !converter.toString().equals("jakarta.persistence.AttributeConverter"));
        }
        return appliesByItself(holder, attribute, role) ? converters.autoApplied(type) : Optional.empty();
    }

    private static boolean appliesByItself(Holder holder, Attribute attribute, Role role) {
        return switch (role) {
            case ATTRIBUTE ->
                (!attribute.isId() || holder.isComponent())
                        && !attribute.hasAny(Jpa.VERSION, Jpa.ENUMERATED, "jakarta.persistence.Temporal");
            case ELEMENT -> !attribute.hasAny(Jpa.ENUMERATED, "jakarta.persistence.Temporal");
            case MAP_KEY ->
                !attribute.hasAny("jakarta.persistence.MapKeyEnumerated", "jakarta.persistence.MapKeyTemporal");
            default -> false;
        };
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        return new Supplier<>() {
            private @Nullable T value;

            @Override
            public T get() {
                T known = value;
                if (known == null) {
                    known = supplier.get();
                    value = known;
                }
                return known;
            }
        };
    }
}
