package dev.godwit.mapping.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a file.
 *
 * @param name its local name
 * @param text the text directly within it, without blanks around it
 * @param line where it begins, from 1
 */
record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, String text, int line) {

    XmlNode {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** An attribute that is neither absent nor empty. */
    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(value -> !value.isEmpty());
    }

    List<XmlNode> children(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    Optional<XmlNode> child(String child) {
        return children.stream().filter(each -> each.name.equals(child)).findFirst();
    }

    boolean has(String child) {
        return child(child).isPresent();
    }

    /** The text of a child that is neither absent nor empty. */
    Optional<String> text(String child) {
        return child(child).map(XmlNode::text).filter(value -> !value.isEmpty());
    }
}
