package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.HIB;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.type.SqlCode;
import java.util.Map;

/** Elements whose annotation is not of the same form. */
final class BasicTypeRules {

    private BasicTypeRules() {}

    /** A user type; a short name of a JDK class says no more than the attribute's own type. */
    static void userType(XmlNode parent, String name, Laying laying) {
        parent.child(name)
                .ifPresent(type -> type.attribute("value")
                        .filter(text -> JavaNames.shorthand(text).isEmpty())
                        .ifPresent(text -> laying.value(HIB + "Type", text, type)));
    }

    static void jdbcTypeName(XmlNode parent, String name, Laying laying) {
        parent.child(name)
                .ifPresent(child -> SqlCode.named(child.text())
                        .ifPresentOrElse(
                                code -> laying.editor().merge(HIB + "JdbcTypeCode", Map.of("value", code.code())),
                                () -> laying.conversion()
                                        .report(Messages.unknownTypeName(
                                                laying.conversion().file().path(), child.line(), child.text()))));
    }

    static void onDelete(XmlNode parent, String name, Laying laying) {
        parent.text(name)
                .ifPresent(action ->
                        laying.editor().merge(HIB + "OnDelete", Map.of("action", Conversion.constant(action))));
    }

    static void propertyRef(XmlNode parent, String name, Laying laying) {
        parent.child(name)
                .ifPresent(child -> child.attribute("name")
                        .ifPresent(property -> laying.value(HIB + "PropertyRef", property, child)));
    }

    /** The class of an embedded attribute. Hibernate leaves that of a basic one unread. */
    static void target(XmlNode parent, String name, Laying laying) {
        if (parent.name().startsWith("embedded")) {
            Laying.text(HIB + "TargetEmbeddable").apply(parent, name, laying);
        }
    }
}
