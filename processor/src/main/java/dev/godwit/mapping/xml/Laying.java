package dev.godwit.mapping.xml;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.read.AnnotationEditor;
import dev.godwit.mapping.read.AnnotationView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Elements being laid over the annotations of one class, member or persistence unit.
 *
 * @param conversion makes annotations of elements
 * @param editor the annotations
 */
record Laying(Conversion conversion, AnnotationEditor editor) {

    static final String JPA = "jakarta.persistence.";
    static final String HIB = "org.hibernate.annotations.";

    /** What the children of one name mean. */
    @FunctionalInterface
    interface Rule {

        /** @param name of the children, of which {@code parent} has one at least */
        void apply(XmlNode parent, String name, Laying laying);
    }

    /** The child states values of an annotation that may be there already. */
    static Rule merge(String annotation) {
        return (parent, name, laying) -> laying.merge(annotation, parent.children(name));
    }

    /** The children stand in place of all uses of an annotation. */
    static Rule replace(String annotation) {
        return (parent, name, laying) ->
                laying.editor.replace(annotation, laying.conversion.views(annotation, parent.children(name)));
    }

    /** The children stand beside other uses of an annotation. */
    static Rule add(String annotation) {
        return (parent, name, laying) ->
                laying.editor.add(annotation, laying.conversion.views(annotation, parent.children(name)));
    }

    /** The child's text is the value of an annotation. */
    static Rule text(String annotation) {
        return (parent, name, laying) ->
                parent.child(name).ifPresent(child -> laying.value(annotation, child.text(), child));
    }

    /** The child's presence is an annotation. */
    static Rule mark(String annotation) {
        return (parent, name, laying) -> laying.editor.merge(annotation, Map.of());
    }

    /** Applies the rules to the children of an element. A name that is neither in a rule nor ignored is reported. */
    void applyAll(XmlNode parent, Map<String, Rule> rules, Set<String> ignored) {
        Map<String, XmlNode> names = new LinkedHashMap<>();
        parent.children().forEach(child -> names.putIfAbsent(child.name(), child));
        names.forEach((name, first) -> {
            Rule rule = rules.get(name);
            if (rule != null) {
                rule.apply(parent, name, this);
            } else if (!ignored.contains(name)) {
                conversion.report(
                        Messages.unknownMappingElement(conversion.file().path(), first.line(), name, parent.name()));
            }
        });
    }

    void merge(String annotation, List<XmlNode> nodes) {
        nodes.forEach(node -> editor.merge(annotation, conversion.values(annotation, node)));
    }

    /** States the value of an annotation as it stands in a file. */
    void value(String annotation, String text, XmlNode at) {
        conversion.value(annotation, text, at).ifPresent(value -> editor.merge(annotation, Map.of("value", value)));
    }

    void replace(String annotation, List<AnnotationView> uses) {
        editor.replace(annotation, uses);
    }
}
