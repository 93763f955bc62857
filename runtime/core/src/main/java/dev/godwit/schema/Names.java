package dev.godwit.schema;

import java.util.List;

/** Replacing one name in a list of names. */
final class Names {

    private Names() {}

    static List<Identifier> replace(List<Identifier> names, Identifier from, Identifier to) {
        return names.stream().map(name -> name.equals(from) ? to : name).toList();
    }
}
