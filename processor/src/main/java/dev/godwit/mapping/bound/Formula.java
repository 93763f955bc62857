package dev.godwit.mapping.bound;

/** A SQL expression in the place of a column. */
public record Formula(String sql) implements Selectable {}
