package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.HIB;
import static dev.godwit.mapping.xml.Laying.JPA;

import dev.godwit.mapping.read.AnnotationView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of {@code any} and {@code many-to-any} ({@code AnyMappingAttributeProcessing} of Hibernate). */
final class AnyRules {

    private static final String VALUE = HIB + "AnyDiscriminatorValue";

    private AnyRules() {}

    static void discriminator(XmlNode parent, String name, Laying laying) {
        parent.child(name).ifPresent(discriminator -> {
            laying.applyAll(
                    discriminator,
                    Map.of("type", Laying.text(HIB + "AnyDiscriminator"), "column", Laying.merge(JPA + "Column")),
                    Set.of("mapping"));
            if (discriminator.has("mapping")) {
                laying.replace(VALUE, values(discriminator.children("mapping"), laying.conversion()));
            }
        });
    }

    private static List<AnnotationView> values(List<XmlNode> mappings, Conversion conversion) {
        return mappings.stream()
                .flatMap(mapping -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("discriminator", mapping.attribute("value").orElse(""));
                    conversion.type(mapping.text(), mapping).ifPresent(type -> values.put("entity", type));
                    return conversion.view(VALUE, values).stream();
                })
                .toList();
    }

    static void key(XmlNode parent, String name, Laying laying) {
        parent.child(name)
                .ifPresent(key -> laying.applyAll(
                        key,
                        Map.of(
                                "java-class",
                                Laying.text(HIB + "AnyKeyJavaClass"),
                                "column",
                                Laying.replace(JPA + "JoinColumn")),
                        Set.of()));
    }
}
