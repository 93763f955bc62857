package dev.godwit.mapping.bound;

/** What a value is read from: a column, or a formula that leaves nothing in the schema. */
public sealed interface Selectable permits BoundColumn, Formula {}
