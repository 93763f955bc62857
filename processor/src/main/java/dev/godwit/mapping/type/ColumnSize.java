package dev.godwit.mapping.type;

import dev.godwit.mapping.read.AnnotationView;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a mapping states about the size of a column.
 *
 * @param length empty: there is no {@code @Column}; 255 is what a {@code @Column} states by default
 * @param precision digits, when it is above 0
 * @param scale counts only beside a precision
 * @param secondPrecision digits of the fraction of a second
 * @param arrayLength the most elements, by {@code @Array}
 */
public record ColumnSize(
        OptionalLong length,
        OptionalInt precision,
        OptionalInt scale,
        OptionalInt secondPrecision,
        OptionalInt arrayLength) {

    /** Nothing is stated. */
    public static final ColumnSize UNSTATED = new ColumnSize(
            OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** A column of this length. */
    public static ColumnSize ofLength(long length) {
        return new ColumnSize(
                OptionalLong.of(length),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** The size that a {@code @Column}, {@code @MapKeyColumn} or another annotation of that form states. */
    public static ColumnSize of(AnnotationView column) {
        int precision = column.integer("precision");
        int seconds = column.name().equals("jakarta.persistence.Column") ? column.integer("secondPrecision") : -1;
        int length = column.integer("length");
        return new ColumnSize(
                length > 0 ? OptionalLong.of(length) : OptionalLong.empty(),
                precision > 0 ? OptionalInt.of(precision) : OptionalInt.empty(),
                precision > 0 ? OptionalInt.of(column.integer("scale")) : OptionalInt.empty(),
                seconds >= 0 ? OptionalInt.of(seconds) : OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** The same with the digits that {@code @FractionalSeconds} states, which count before those of a column. */
    public ColumnSize withSecondPrecision(int digits) {
        return new ColumnSize(length, precision, scale, OptionalInt.of(digits), arrayLength);
    }

    public ColumnSize withArrayLength(int elements) {
        return new ColumnSize(length, precision, scale, secondPrecision, OptionalInt.of(elements));
    }

    /** The same without length, precision and scale. */
    ColumnSize withoutLength() {
        return new ColumnSize(
                OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), secondPrecision, arrayLength);
    }

    /** The length, unless it is the one that annotations state by default. */
    OptionalLong ownLength() {
        return length.isPresent() && length.getAsLong() == JavaBasic.DEFAULT_LENGTH ? OptionalLong.empty() : length;
    }
}
