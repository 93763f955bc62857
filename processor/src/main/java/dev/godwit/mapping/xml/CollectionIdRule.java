package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.HIB;
import static dev.godwit.mapping.xml.Laying.JPA;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The identifier of a bag's rows. */
final class CollectionIdRule {

    private CollectionIdRule() {}

    static void apply(XmlNode parent, String name, Laying laying) {
        parent.child(name).ifPresent(id -> {
            Map<String, Object> values = new HashMap<>();
            id.child("column")
                    .ifPresent(column -> laying.conversion()
                            .views(JPA + "Column", List.of(column))
                            .forEach(view -> values.put("column", view)));
            id.child("generator")
                    .flatMap(generator -> generator.attribute("generator"))
                    .ifPresent(generator -> values.put("generator", generator));
            laying.editor().merge(HIB + "CollectionId", values);
            id.text("target")
                    .flatMap(target -> laying.conversion().type(target, id))
                    .ifPresent(type -> laying.editor().merge(HIB + "CollectionIdJavaClass", Map.of("idType", type)));
        });
    }
}
