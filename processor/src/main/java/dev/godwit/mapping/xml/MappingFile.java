package dev.godwit.mapping.xml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One mapping file.
 *
 * @param path the resource, as messages name it
 */
record MappingFile(String path, XmlNode root) {

    /** The elements that map a class. */
    private static final Set<String> MANAGED = Set.of("entity", "mapped-superclass", "embeddable", "converter");

    /** The elements within the root that map a class, and name it. */
    List<XmlNode> managed() {
        return root.children().stream()
                .filter(child -> MANAGED.contains(child.name()))
                .toList();
    }

    /** The binary name of the class that an element maps; empty for one that names none. */
    Optional<String> className(XmlNode managed) {
        return managed.attribute("class").map(this::qualified);
    }

    /** A class name, in the file's package where it has none. */
    String qualified(String name) {
        return name.contains(".")
                ? name
                : root.text("package").map(prefix -> prefix + "." + name).orElse(name);
    }

    /** The defaults for the whole persistence unit. */
    Optional<XmlNode> unitDefaults() {
        return root.child("persistence-unit-metadata").flatMap(unit -> unit.child("persistence-unit-defaults"));
    }

    /** Whether the annotations of all classes that mapping files name are without effect. */
    boolean completesUnit() {
        return root.child("persistence-unit-metadata")
                .filter(unit -> unit.has("xml-mapping-metadata-complete"))
                .isPresent();
    }

    /** The access type of classes that state none. */
    Optional<String> access() {
        return root.text("access");
    }

    Stream<XmlNode> unitElements() {
        return root.children().stream().filter(child -> !MANAGED.contains(child.name()));
    }
}
