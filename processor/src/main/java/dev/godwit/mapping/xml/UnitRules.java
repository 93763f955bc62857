package dev.godwit.mapping.xml;

import static dev.godwit.mapping.xml.Laying.HIB;
import static dev.godwit.mapping.xml.Laying.JPA;
import static dev.godwit.mapping.xml.Laying.add;

import dev.godwit.mapping.read.AnnotationEditor;
import dev.godwit.mapping.xml.Laying.Rule;
import java.util.Map;
import java.util.Set;

/** What a file declares outside of any class. */
final class UnitRules {

    private static final Map<String, Rule> RULES = Map.of(
            "sequence-generator", add(JPA + "SequenceGenerator"),
            "table-generator", add(JPA + "TableGenerator"),
            "generic-generator", add(HIB + "GenericGenerator"),
            "converter-registration", add(HIB + "ConverterRegistration"),
            "java-type-registration", add(HIB + "JavaTypeRegistration"),
            "jdbc-type-registration", add(HIB + "JdbcTypeRegistration"),
            "user-type-registration", add(HIB + "TypeRegistration"));

    private static final Set<String> IGNORED = Set.of(
            "access",
            "catalog",
            "converter",
            "default-access",
            "default-cascade",
            "default-lazy",
            "auto-import",
            "description",
            "embeddable",
            "embeddable-instantiator-registration",
            "entity",
            "fetch-profile",
            "filter-def",
            "hql-import",
            "mapped-superclass",
            "named-native-query",
            "named-query",
            "named-stored-procedure-query",
            "package",
            "persistence-unit-metadata",
            "schema",
            "sql-result-set-mapping");

    private UnitRules() {}

    static void apply(MappingFile file, Conversion conversion, AnnotationEditor editor) {
        new Laying(conversion, editor).applyAll(file.root(), RULES, IGNORED);
    }
}
