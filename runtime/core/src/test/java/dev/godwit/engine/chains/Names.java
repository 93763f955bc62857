package dev.godwit.engine.chains;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of tables and columns, of which no two are the same. */
final class Names {

    private Names() {}

    static String renamed(String name, String from, String to) {
        return name.equals(from) ? to : name;
    }

    static List<String> renamed(List<String> names, String from, String to) {
        return names.stream().map(name -> renamed(name, from, to)).toList();
    }

    static Set<String> renamed(Set<String> names, String from, String to) {
        return new LinkedHashSet<>(renamed(List.copyOf(names), from, to));
    }
}
