package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.JPA;

import dev.godwit.mapping.read.AnnotationView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Uses of an annotation for parts of a collection: those of its elements and, by elements that begin with
 * {@code map-key-}, those of its keys.
 *
 * @param annotation simple name
 * @param element the element that stands for one use
 * @param named the value of the annotation that names the part
 */
record MapParts(String annotation, String element, String named) implements Laying.Rule {

    @Override
    public void apply(XmlNode parent, String name, Laying laying) {
        if (annotation.equals("Convert") && parent.name().equals("embedded")) {
            return; // Hibernate leaves them unread
        }
        boolean collection = parent.name().equals("element-collection");
        List<AnnotationView> uses = new ArrayList<>();
        uses.addAll(uses(parent.children("map-key-" + element), "key", laying));
        uses.addAll(uses(
                parent.children(element), collection && annotation.equals("AttributeOverride") ? "value" : "", laying));
        laying.replace(JPA + annotation, uses);
    }

    private List<AnnotationView> uses(List<XmlNode> nodes, String prefix, Laying laying) {
        return nodes.stream()
                .flatMap(node -> {
                    Map<String, Object> values =
                            new HashMap<>(laying.conversion().values(JPA + annotation, node));
                    if (!prefix.isEmpty()) {
                        values.merge(named, prefix, (stated, first) -> prefixed(String.valueOf(stated), prefix));
                    }
                    return laying.conversion().view(JPA + annotation, values).stream();
                })
                .toList();
    }

    private static String prefixed(String name, String prefix) {
        return name.startsWith(prefix + ".") ? name : prefix + "." + name;
    }
}
