package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.SimpleValue;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.read.AnnotationView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds how an identifier is generated, and makes the sequences and tables that this needs
 * ({@code IdGeneratorResolverSecondPass} of Hibernate's boot model).
 */
final class GeneratorBinder {

    private static final Set<String> WITHOUT_TABLES = Set.of(
            "assigned",
            "increment",
            "uuid",
            "uuid2",
            "guid",
            "foreign",
            "select",
            "uuid.hex",
            "org.hibernate.id.Assigned",
            "org.hibernate.id.IncrementGenerator",
            "org.hibernate.id.UUIDGenerator",
            "org.hibernate.id.UUIDHexGenerator",
            "org.hibernate.id.GUIDGenerator",
            "org.hibernate.id.ForeignGenerator",
            "org.hibernate.id.SelectGenerator",
            "org.hibernate.id.uuid.UuidGenerator",
            "org.hibernate.id.uuid.UuidValueGenerator");
    private static final Set<String> SEQUENCES = Set.of(
            "sequence",
            "enhanced-sequence",
            "seqhilo",
            "sequence-identity",
            "org.hibernate.id.enhanced.SequenceStyleGenerator");
    private static final Set<String> TABLES =
            Set.of("table", "enhanced-table", "hilo", "multiple-hilo", "org.hibernate.id.enhanced.TableGenerator");
    private static final Set<String> IDENTITIES = Set.of("identity", "org.hibernate.id.IdentityGenerator");

    private final Binding binding;
    private final DeclaredGenerators declared;
    private final GeneratorTables tables;

    GeneratorBinder(Binding binding) {
        this.binding = binding;
        this.declared = new DeclaredGenerators(binding);
        this.tables = new GeneratorTables(binding);
    }

    /** Schedules the generation of one identifier attribute. */
    void bind(Attribute attribute, Value value, BoundEntity entity) {
        boolean knowsNative = binding.settings().hibernate().findsUnnamedGenerators();
        Optional<AnnotationView> custom = attribute.annotations().annotatedWith(Hib.ID_GENERATOR_TYPE).stream()
                .filter(view -> knowsNative || !view.name().equals(Hib.NATIVE_GENERATOR))
                .findFirst();
        if (custom.isPresent()) {
            AnnotationView stated = custom.get();
            binding.passes().last(() -> bindCustom(attribute, stated, value, entity));
        } else if (attribute.has(Jpa.GENERATED_VALUE)) {
            AnnotationView generated = attribute.get(Jpa.GENERATED_VALUE).orElseThrow();
            boolean near = binding.settings().hibernate().findsUnnamedGenerators();
            binding.passes().last(() -> {
                if (near) {
                    bindGenerated(attribute, generated, value, entity);
                } else {
                    bindByName(attribute, generated, value, entity);
                }
            });
        }
    }

    private void bindCustom(Attribute attribute, AnnotationView custom, Value value, BoundEntity entity) {
        String generator = custom.meta()
                .get(Hib.ID_GENERATOR_TYPE)
                .flatMap(view -> view.type("value"))
                .map(binding.types()::nameOf)
                .orElse("");
        if (generator.equals("org.hibernate.id.NativeGenerator")) {
            bindNative(attribute, custom, value, entity);
        } else {
            byStrategy(attribute, generator, custom.name(), Map.of(), value, entity);
        }
    }

    /** PostgreSQL's native way is a sequence; other databases have identity columns, which is told. */
    private void bindNative(Attribute attribute, AnnotationView custom, Value value, BoundEntity entity) {
        binding.diagnostics().report(Messages.nativeGenerator(entity.name()), attribute.place());
        tables.nativeSequence(value, entity, custom.annotation("sequenceForm"));
    }

    private void bindGenerated(Attribute attribute, AnnotationView generated, Value value, BoundEntity entity) {
        Optional<String> name = generated.text("generator");
        switch (generated.constant("strategy")) {
            case "IDENTITY" -> identity(value);
            case "UUID" -> {}
            case "SEQUENCE" ->
                tables.sequence(value, entity, name, declared.find(Jpa.SEQUENCE_GENERATOR, attribute, entity, name));
            case "TABLE" -> tables.table(value, name, declared.find(Jpa.TABLE_GENERATOR, attribute, entity, name));
            default -> automatic(attribute, name, value, entity);
        }
    }

    /** As before Hibernate 7, where a named generator decides whatever the strategy is, and no other is looked for. */
    private void bindByName(Attribute attribute, AnnotationView generated, Value value, BoundEntity entity) {
        Optional<String> name = generated.text("generator");
        if (name.isPresent()
                && (byDeclaration(attribute, name, value, entity, false)
                        || byDeclaration(attribute, name, value, entity, true))) {
            return;
        }
        switch (generated.constant("strategy")) {
            case "IDENTITY" -> identity(value);
            case "UUID" -> {}
            case "TABLE" -> tables.table(value, name, Optional.empty());
            case "SEQUENCE" -> tables.sequence(value, entity, name, Optional.empty());
            default -> {
                boolean other = binding.types().nameOf(attribute.type()).equals("java.util.UUID")
                        || name.filter("increment"::equalsIgnoreCase).isPresent();
                if (!other) {
                    tables.sequence(value, entity, name, Optional.empty());
                }
            }
        }
    }

    private void automatic(Attribute attribute, Optional<String> name, Value value, BoundEntity entity) {
        if (name.filter("increment"::equals).isPresent()) {
            return;
        }
        for (boolean global : name.isPresent() ? List.of(false, true) : List.of(false)) {
            if (byDeclaration(attribute, name, value, entity, global)) {
                return;
            }
        }
        if (name.filter(this::isKnownStrategy).isPresent()) {
            byStrategy(attribute, name.get(), name.get(), Map.of(), value, entity);
            return;
        }
        Optional<AnnotationView> custom = declared.annotatedAround(Hib.ID_GENERATOR_TYPE, attribute, entity);
        if (custom.isPresent()) {
            bindCustom(attribute, custom.get(), value, entity);
        } else if (!isUuid(attribute)) {
            tables.sequence(value, entity, name, Optional.empty());
        }
    }

    private boolean isUuid(Attribute attribute) {
        String type = binding.types().nameOf(attribute.type());
        return type.equals("java.util.UUID") || type.equals("java.lang.String");
    }

    private boolean byDeclaration(
            Attribute attribute, Optional<String> name, Value value, BoundEntity entity, boolean global) {
        Optional<AnnotationView> sequence = declared(Jpa.SEQUENCE_GENERATOR, attribute, name, entity, global);
        if (sequence.isPresent()) {
            tables.sequence(value, entity, name, sequence);
            return true;
        }
        Optional<AnnotationView> table = declared(Jpa.TABLE_GENERATOR, attribute, name, entity, global);
        if (table.isPresent()) {
            tables.table(value, name, table);
            return true;
        }
        Optional<AnnotationView> generic = declared(Hib.GENERIC_GENERATOR, attribute, name, entity, global);
        generic.ifPresent(view -> byGeneric(attribute, view, value, entity));
        return generic.isPresent();
    }

    private Optional<AnnotationView> declared(
            String annotation, Attribute attribute, Optional<String> name, BoundEntity entity, boolean global) {
        return global
                ? name.flatMap(text -> declared.global(annotation, text))
                : declared.local(annotation, attribute, entity, name);
    }

    private void byGeneric(Attribute attribute, AnnotationView generic, Value value, BoundEntity entity) {
        String strategy = generic.type("type")
                .map(binding.types()::nameOf)
                .filter(type -> !type.equals("org.hibernate.generator.Generator"))
                .orElseGet(() -> generic.string("strategy"));
        Map<String, String> parameters = generic.annotations("parameters").stream()
                .collect(Collectors.toMap(
                        view -> view.string("name"), view -> view.string("value"), (first, second) -> second));
        byStrategy(attribute, strategy, generic.string("name"), parameters, value, entity);
    }

    private boolean isKnownStrategy(String strategy) {
        return WITHOUT_TABLES.contains(strategy)
                || SEQUENCES.contains(strategy)
                || TABLES.contains(strategy)
                || IDENTITIES.contains(strategy)
                || strategy.equals("native");
    }

    private void byStrategy(
            Attribute attribute,
            String strategy,
            String name,
            Map<String, String> parameters,
            Value value,
            BoundEntity entity) {
        if (WITHOUT_TABLES.contains(strategy)) {
            return;
        }
        if (IDENTITIES.contains(strategy)) {
            identity(value);
        } else if (SEQUENCES.contains(strategy) || strategy.equals("native")) {
            tables.sequence(value, entity, name, parameters);
        } else if (TABLES.contains(strategy)) {
            tables.table(name, parameters);
        } else if (extendsGenerator(strategy, "org.hibernate.id.enhanced.SequenceStyleGenerator")) {
            tables.sequence(value, entity, name, parameters);
        } else if (extendsGenerator(strategy, "org.hibernate.id.IdentityGenerator")) {
            identity(value);
        } else if (!strategy.isEmpty() && !strategy.startsWith("org.hibernate.")) {
            binding.diagnostics().report(Messages.unknownGenerator(entity.name(), strategy), attribute.place());
        }
    }

    private boolean extendsGenerator(String strategy, String parent) {
        return binding.reader()
                .classNamed(strategy)
                .filter(view ->
                        Hierarchy.lineage(view).anyMatch(each -> each.name().equals(parent)))
                .isPresent();
    }

    private static void identity(Value value) {
        for (BoundColumn column : value.columns()) {
            value.table().column(column).orElse(column).identity(true);
        }
    }

    /** Makes what generates the row identifiers of a collection's table. */
    void bindCollectionId(Attribute attribute, SimpleValue value, BoundEntity owner, String generator) {
        if (generator.equals("increment")) {
            return;
        }
        Optional<String> name = Optional.of(generator).filter(text -> !text.isEmpty() && !text.equals("sequence"));
        if (name.isEmpty()) {
            tables.sequence(value, owner);
        } else if (!byDeclaration(attribute, name, value, owner, false)
                && !byDeclaration(attribute, name, value, owner, true)) {
            byStrategy(attribute, generator, generator, Map.of(), value, owner);
        }
    }
}
