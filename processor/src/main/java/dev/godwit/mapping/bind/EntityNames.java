package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.ClassView;

/** The default name of an entity. */
final class EntityNames {

    private EntityNames() {}

    /** The last part of the binary name behind a dot: {@code Outer$Inner} stays whole, as in Hibernate. */
    static String simple(ClassView view) {
        return view.name().substring(view.name().lastIndexOf('.') + 1);
    }
}
