package dev.godwit.mapping.bind;

/** What the place of an attribute says about its columns, whatever the attribute says. */
enum Nullability {
    NO_CONSTRAINT,
    FORCED_NULL,
    FORCED_NOT_NULL
}
