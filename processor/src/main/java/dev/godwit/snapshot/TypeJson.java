package dev.godwit.snapshot;

import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.EnumOf.Storage;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.Temporal;
import dev.godwit.snapshot.Node.Fields;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Types among the fields of what has one: {@code "type": "varchar", "length": 20}. */
final class TypeJson {

    private static final Map<String, Simple.Kind> SIMPLE = byName(Simple.Kind.values());
    private static final Map<String, Sized.Kind> SIZED = byName(Sized.Kind.values());
    private static final Map<String, Temporal.Kind> TEMPORAL = byName(Temporal.Kind.values());
    private static final Map<Storage, String> ENUMS = new EnumMap<>(Map.of(
            Storage.NAME, "enum",
            Storage.REFERENCED_NAME, "enum_reference",
            Storage.ORDINAL, "ordinal",
            Storage.NAMED_TYPE, "named_enum",
            Storage.NAMED_ORDINAL_TYPE, "named_ordinal_enum"));

    private TypeJson() {}

    private static <K extends Enum<K>> Map<String, K> byName(K[] kinds) {
        return Arrays.stream(kinds).collect(Collectors.toMap(TypeJson::name, Function.identity()));
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static void write(Json json, Type type) {
        type.accept(new Writer(json));
    }

    static Type read(Fields fields) {
        Node name = fields.required("type");
        String text = name.string();
        if (SIMPLE.containsKey(text)) {
            return new Simple(SIMPLE.get(text));
        }
        if (SIZED.containsKey(text)) {
            return new Sized(SIZED.get(text), fields.required("length").number(Long::valueOf));
        }
        if (TEMPORAL.containsKey(text)) {
            return new Temporal(TEMPORAL.get(text), digits(fields, "precision"));
        }
        return switch (text) {
            case "numeric" ->
                new Type.Numeric(
                        fields.required("precision").number(Integer::valueOf),
                        fields.required("scale").number(Integer::valueOf));
            case "float" -> new Type.Float(fields.required("precision").number(Integer::valueOf));
            case "array" ->
                new Type.ArrayOf(fields.required("element").object(TypeJson::read), digits(fields, "length"));
            case "struct" -> new Type.StructOf(fields.required("name").value(QualifiedName::of));
            case "native" -> new Type.Native(fields.required("sql").string());
            default -> enumOf(name, fields);
        };
    }

    private static Type enumOf(Node name, Fields fields) {
        Storage storage = ENUMS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name.string()))
                .findFirst()
                .orElseThrow(() -> SnapshotException.unknown(name.position(), name.string()))
                .getKey();
        return new EnumOf(
                storage,
                fields.required("values").list(Node::string),
                fields.required("length").number(Long::valueOf),
                fields.optional("name").map(node -> node.value(QualifiedName::of)));
    }

    private static OptionalInt digits(Fields fields, String name) {
        return fields.optional(name)
                .map(node -> OptionalInt.of(node.number(Integer::valueOf)))
                .orElse(OptionalInt.empty());
    }

    private record Writer(Json json) implements Type.Visitor<Json> {

        private Json type(String name) {
            return json.field("type", name);
        }

        @Override
        public Json simple(Simple type) {
            return type(name(type.kind()));
        }

        @Override
        public Json sized(Sized type) {
            return type(name(type.kind())).field("length", type.length());
        }

        @Override
        public Json numeric(Type.Numeric type) {
            return type("numeric").field("precision", type.precision()).field("scale", type.scale());
        }

        @Override
        public Json approximate(Type.Float type) {
            return type("float").field("precision", type.precision());
        }

        @Override
        public Json temporal(Temporal type) {
            type(name(type.kind()));
            type.precision().ifPresent(digits -> json.field("precision", digits));
            return json;
        }

        @Override
        public Json enumOf(EnumOf type) {
            return type(ENUMS.get(type.storage()))
                    .texts("values", type.values())
                    .field("length", type.length())
                    .field("name", type.typeName().map(QualifiedName::toString));
        }

        @Override
        public Json arrayOf(Type.ArrayOf type) {
            type("array").line("element", element -> write(element, type.element()));
            type.length().ifPresent(most -> json.field("length", most));
            return json;
        }

        @Override
        public Json structOf(Type.StructOf type) {
            return type("struct").field("name", type.name().toString());
        }

        @Override
        public Json nativeType(Type.Native type) {
            return type("native").field("sql", type.sql());
        }
    }
}
