package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.Value;
import dev.godwit.mapping.naming.GeneratorNames.Source;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sequences of {@code SequenceStyleGenerator} and the tables of {@code TableGenerator}, both in
 * {@code org.hibernate.id.enhanced}.
 */
final class GeneratorTables {

    private static final long DEFAULT_INCREMENT = 50;

    /** Optimizers that take one value of a sequence for a whole block of identifiers. */
    private static final Set<String> UNPOOLED = Set.of("none", "hilo", "legacy-hilo");

    private static final String SUFFIX = "sequence_per_entity_suffix";

    private final Binding binding;

    GeneratorTables(Binding binding) {
        this.binding = binding;
    }

    /** @param declared {@code @SequenceGenerator}; without one, Hibernate's defaults */
    void sequence(Value value, BoundEntity entity, Optional<String> generator, Optional<AnnotationView> declared) {
        Optional<String> name = declared.isPresent() ? declared.flatMap(view -> view.text("name")) : generator;
        QualifiedName qualified = declared.flatMap(view -> view.text("sequenceName"))
                .map(this::stated)
                .orElseGet(() -> implied(value, entity, name, Optional.empty()));
        if (qualified.schema().isEmpty() && qualified.catalog().isEmpty()) {
            qualified = new QualifiedName(
                    declared.flatMap(view -> view.text("catalog")).map(this::catalog),
                    declared.flatMap(view -> view.text("schema")).map(this::schema),
                    qualified.name());
        }
        long increment = declared.map(view -> view.number("allocationSize"))
                .filter(size -> size != 0)
                .orElse(DEFAULT_INCREMENT);
        long start = declared.map(view -> view.number("initialValue")).orElse(1L);
        add(new Sequence(qualified, start, increment, declared.flatMap(view -> view.text("options"))), entity);
    }

    /** @param form the {@code @SequenceGenerator} within {@code @NativeGenerator}, whose usual allocation counts as none */
    void nativeSequence(Value value, BoundEntity entity, Optional<AnnotationView> form) {
        Map<String, String> parameters = new HashMap<>();
        form.ifPresent(view -> {
            view.text("sequenceName").ifPresent(name -> parameters.put("sequence_name", name));
            view.text("catalog").ifPresent(name -> parameters.put("catalog", name));
            view.text("schema").ifPresent(name -> parameters.put("schema", name));
            parameters.put("initial_value", String.valueOf(view.number("initialValue")));
            if (view.number("allocationSize") != DEFAULT_INCREMENT) {
                parameters.put("increment_size", String.valueOf(view.number("allocationSize")));
            }
        });
        sequence(value, entity, form.flatMap(view -> view.text("name")).orElse(""), parameters);
    }

    /** A sequence that nothing is said about. */
    void sequence(Value value, BoundEntity entity) {
        sequence(value, entity, Optional.empty(), Optional.empty());
    }

    /** A sequence by the parameters of a {@code @GenericGenerator}. */
    void sequence(Value value, BoundEntity entity, String generator, Map<String, String> parameters) {
        Optional<String> name = Optional.of(generator).filter(text -> !text.isEmpty());
        QualifiedName qualified = Optional.ofNullable(parameters.get("sequence_name"))
                .or(() -> Optional.ofNullable(parameters.get("sequence")))
                .map(this::stated)
                .orElseGet(() -> implied(value, entity, name, Optional.ofNullable(parameters.get(SUFFIX))));
        qualified = new QualifiedName(
                qualified
                        .catalog()
                        .or(() -> Optional.ofNullable(parameters.get("catalog")).map(this::catalog)),
                qualified
                        .schema()
                        .or(() -> Optional.ofNullable(parameters.get("schema")).map(this::schema)),
                qualified.name());
        long increment = number(parameters, "increment_size", 1);
        if (UNPOOLED.contains(parameters.getOrDefault("optimizer", ""))) {
            increment = 1;
        }
        add(new Sequence(qualified, number(parameters, "initial_value", 1), increment), entity);
    }

    private static long number(Map<String, String> parameters, String name, long otherwise) {
        String text = parameters.getOrDefault(name, "");
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private void add(Sequence sequence, BoundEntity entity) {
        binding.add(sequence, new Origin(entity.name(), ""));
    }

    private Identifier catalog(String text) {
        return binding.naming().physical().catalog(binding.identifier(text));
    }

    private Identifier schema(String text) {
        return binding.naming().physical().schema(binding.identifier(text));
    }

    private QualifiedName stated(String text) {
        QualifiedName parsed = QualifiedName.of(text);
        Identifier name = binding.naming()
                .sequence(binding.identifier(parsed.name().toString()))
                .physical();
        return parsed.withName(name);
    }

    private QualifiedName implied(
            Value value, BoundEntity entity, Optional<String> generator, Optional<String> suffix) {
        BoundTable table = value.table();
        String base = table.isVirtual() ? entity.jpaName() : table.name().name().text();
        String name = binding.naming().generators().sequence(new Source(base, generator, suffix));
        return stated(name);
    }

    /** @param declared {@code @TableGenerator}; without one, Hibernate's defaults */
    void table(Value value, Optional<String> generator, Optional<AnnotationView> declared) {
        Optional<String> name = declared.isPresent() ? declared.flatMap(view -> view.text("name")) : generator;
        table(
                declared.flatMap(view -> view.text("table")).or(() -> Optional.of(tableName(name))),
                declared.flatMap(view -> view.text("catalog")),
                declared.flatMap(view -> view.text("schema")),
                declared.flatMap(view -> view.text("pkColumnName")).orElse("sequence_name"),
                declared.flatMap(view -> view.text("valueColumnName")).orElse("next_val"),
                255,
                declared.flatMap(view -> view.text("options")));
    }

    /** A generator table by the parameters of a {@code @GenericGenerator}. */
    void table(String generator, Map<String, String> parameters) {
        Optional<String> name = Optional.of(generator).filter(text -> !text.isEmpty());
        table(
                Optional.ofNullable(parameters.get("table_name")).or(() -> Optional.of(tableName(name))),
                Optional.ofNullable(parameters.get("catalog")),
                Optional.ofNullable(parameters.get("schema")),
                parameters.getOrDefault("segment_column_name", "sequence_name"),
                parameters.getOrDefault("value_column_name", "next_val"),
                number(parameters, "segment_value_length", 255),
                Optional.empty());
    }

    private String tableName(Optional<String> generator) {
        return binding.naming().generators().table(new Source("", generator, Optional.empty()));
    }

    private void table(
            Optional<String> stated,
            Optional<String> catalog,
            Optional<String> schema,
            String segmentColumn,
            String valueColumn,
            long segmentLength,
            Optional<String> options) {
        QualifiedName name = QualifiedName.of(stated.orElseThrow());
        BoundTable table = binding.table(
                catalog.or(() -> name.catalog().map(Identifier::toString)),
                schema.or(() -> name.schema().map(Identifier::toString)),
                binding.naming().table(name.name().toString()),
                Optional.empty());
        table.options(options);
        BoundColumn segment = column(segmentColumn, new Type.Sized(Type.Sized.Kind.VARCHAR, segmentLength));
        table.add(segment.nullable(false));
        if (table.primaryKey().isEmpty()) {
            table.primaryKey(List.of(segment));
        }
        table.add(column(valueColumn, new Type.Simple(Type.Simple.Kind.BIGINT)));
    }

    private BoundColumn column(String name, Type type) {
        return new BoundColumn().name(binding.identifier(name)).type(() -> type);
    }
}
