package dev.godwit.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A JSON value that knows its place in the file, so that whatever is wrong with it can be found.
 *
 * @param position where it begins
 * @param kind the token that it begins with
 * @param text a text, a number or a flag as it stands; empty for objects and lists
 * @param fields an object's, in their order
 * @param items a list's
 */
record Node(Position position, JsonToken kind, String text, Map<String, Node> fields, List<Node> items) {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    Node {
        fields = Collections.unmodifiableMap(fields);
        items = List.copyOf(items);
    }

    static Node parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return document(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node document(JsonParser parser) throws IOException {
        try {
            Node node = read(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw SnapshotException.damaged(
                        Position.of(parser.currentTokenLocation()), "something follows the end");
            }
            return node;
        } catch (JsonProcessingException e) {
            // Not every failure of the parser carries its place.
            throw SnapshotException.damaged(Position.of(parser.currentLocation()), e.getOriginalMessage());
        }
    }

    private static Node read(JsonParser parser, JsonToken token) throws IOException {
        Position position = Position.of(parser.currentTokenLocation());
        if (token == null) {
            throw SnapshotException.damaged(position, "the file ends here");
        }
        return switch (token) {
            case START_OBJECT -> new Node(position, token, "", fields(parser), List.of());
            case START_ARRAY -> new Node(position, token, "", Map.of(), items(parser));
            default -> new Node(position, token, token.isScalarValue() ? parser.getText() : "", Map.of(), List.of());
        };
    }

    private static Map<String, Node> fields(JsonParser parser) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            fields.put(name, read(parser, parser.nextToken()));
        }
        return fields;
    }

    private static List<Node> items(JsonParser parser) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            items.add(read(parser, next));
        }
        return items;
    }

    String string() {
        require("a text", kind == JsonToken.VALUE_STRING);
        return text;
    }

    /** A whole number, read by {@code Long::valueOf} or the like. */
    <N extends Number> N number(Function<String, N> reader) {
        require("a whole number", kind == JsonToken.VALUE_NUMBER_INT);
        return parsed(reader);
    }

    boolean flag() {
        require("true or false", kind == JsonToken.VALUE_TRUE || kind == JsonToken.VALUE_FALSE);
        return kind == JsonToken.VALUE_TRUE;
    }

    /** A text; empty for {@code null}. */
    Optional<String> optionalString() {
        return kind == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(string());
    }

    <T> List<T> list(Function<Node, T> each) {
        require("a list", kind == JsonToken.START_ARRAY);
        return items.stream().map(each).toList();
    }

    /** What an object's fields are read as; fields that the reader does not take are refused. */
    <T> T object(Function<Fields, T> reader) {
        require("an object", kind == JsonToken.START_OBJECT);
        try {
            Fields left = new Fields(this);
            T value = reader.apply(left);
            left.end();
            return value;
        } catch (IllegalArgumentException e) {
            throw SnapshotException.damaged(position, e.getMessage());
        }
    }

    /** What an object's entries are read as, by the name that each field's name is read as. */
    <K, V> Map<K, V> entries(Function<String, K> key, BiFunction<K, Node, V> value) {
        require("an object", kind == JsonToken.START_OBJECT);
        Map<K, V> entries = new LinkedHashMap<>();
        fields.forEach((name, node) -> {
            K entry = node.parsed(name, key);
            entries.put(entry, value.apply(entry, node));
        });
        return entries;
    }

    /** A text read as something else, which may refuse it. */
    <T> T value(Function<String, T> reader) {
        string();
        return parsed(reader);
    }

    private <T> T parsed(Function<String, T> reader) {
        return parsed(text, reader);
    }

    private <T> T parsed(String what, Function<String, T> reader) {
        try {
            return reader.apply(what);
        } catch (IllegalArgumentException e) {
            throw SnapshotException.damaged(position, "'%s' does not belong here".formatted(what));
        }
    }

    private void require(String what, boolean here) {
        if (!here) {
            throw SnapshotException.damaged(position, "%s belongs here".formatted(what));
        }
    }

    /** The fields of an object; each can be taken once, and what nobody took is refused. */
    static final class Fields {

        private final Node object;
        private final Map<String, Node> left;

        private Fields(Node object) {
            this.object = object;
            this.left = new LinkedHashMap<>(object.fields());
        }

        Optional<Node> optional(String name) {
            return Optional.ofNullable(left.remove(name));
        }

        Node required(String name) {
            return optional(name)
                    .orElseThrow(() -> SnapshotException.damaged(
                            object.position(), "the field \"%s\" is missing in what begins here".formatted(name)));
        }

        boolean flag(String name) {
            return optional(name).map(Node::flag).orElse(false);
        }

        <T> Set<T> set(String name, Function<Fields, T> reader) {
            return optional(name)
                    .map(node -> new LinkedHashSet<>(node.list(item -> item.object(reader))))
                    .orElseGet(LinkedHashSet::new);
        }

        Optional<String> text(String name) {
            return optional(name).map(Node::string);
        }

        private void end() {
            left.forEach((name, node) -> {
                throw SnapshotException.unknown(node.position(), name);
            });
        }
    }
}
