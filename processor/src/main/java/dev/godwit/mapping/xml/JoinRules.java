package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.HIB;
import static dev.godwit.mapping.xml.Laying.JPA;

import dev.godwit.mapping.read.AnnotationView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Join columns and formulas ({@code JoinColumnProcessing} of Hibernate), and the index of a list. */
final class JoinRules {

    private static final String COLUMN = "join-column";
    private static final String FORMULA = "join-formula";

    private JoinRules() {}

    static void columns(XmlNode parent, String name, Laying laying) {
        laying.editor().remove(JPA + "JoinColumn");
        if (!parent.has(FORMULA)) {
            laying.replace(JPA + "JoinColumn", laying.conversion().views(JPA + "JoinColumn", parent.children(COLUMN)));
            return;
        }
        List<AnnotationView> either = parent.children().stream()
                .filter(child -> child.name().equals(COLUMN) || child.name().equals(FORMULA))
                .flatMap(child -> either(child, laying).stream())
                .toList();
        laying.replace(HIB + "JoinColumnOrFormula", either);
    }

    private static Optional<AnnotationView> either(XmlNode child, Laying laying) {
        Conversion conversion = laying.conversion();
        Optional<Map<String, Object>> values = child.name().equals(COLUMN)
                ? conversion
                        .view(JPA + "JoinColumn", conversion.values(JPA + "JoinColumn", child))
                        .map(column -> Map.of("column", column))
                : conversion
                        .view(HIB + "JoinFormula", Map.of("value", child.text()))
                        .map(formula -> Map.of("formula", formula));
        return values.flatMap(stated -> conversion.view(HIB + "JoinColumnOrFormula", stated));
    }

    static void listIndexBase(XmlNode parent, String name, Laying laying) {
        Laying.text(HIB + "ListIndexBase").apply(parent, name, laying);
        laying.editor().merge(JPA + "OrderColumn", Map.of());
    }
}
