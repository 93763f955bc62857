package dev.godwit.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes JSON, one fact a line. What is absent, false or empty is left out. */
final class Json {

    private static final JsonFactory JSON = new JsonFactory();

    private final Lines lines = new Lines();
    private final JsonGenerator generator;

    private Json(StringWriter text) throws IOException {
        generator = JSON.createGenerator(text).setPrettyPrinter(lines);
    }

    /** The text of an object. */
    static String text(Consumer<Json> fields) {
        StringWriter text = new StringWriter();
        try {
            Json json = new Json(text);
            json.braces(fields);
            json.generator.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /** One call of the generator, which fails only if the text it writes to does. */
    private interface Call {
        void run() throws IOException;
    }

    private static void call(Call call) {
        try {
            call.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void braces(Consumer<Json> fields) {
        call(generator::writeStartObject);
        fields.accept(this);
        call(generator::writeEndObject);
    }

    Json field(String name, String value) {
        call(() -> generator.writeStringField(name, value));
        return this;
    }

    Json field(String name, Optional<String> value) {
        value.ifPresent(each -> field(name, each));
        return this;
    }

    Json field(String name, long value) {
        call(() -> generator.writeNumberField(name, value));
        return this;
    }

    Json flag(String name, boolean value) {
        if (value) {
            call(() -> generator.writeBooleanField(name, true));
        }
        return this;
    }

    /** An object over several lines. */
    Json object(String name, Consumer<Json> fields) {
        call(() -> generator.writeFieldName(name));
        braces(fields);
        return this;
    }

    /** An object on one line. */
    Json line(String name, Consumer<Json> fields) {
        lines.within(0, () -> object(name, fields));
        return this;
    }

    /** A list of texts on one line. */
    Json texts(String name, Collection<?> values) {
        lines.within(
                0, () -> array(name, values, (json, value) -> call(() -> generator.writeString(value.toString()))));
        return this;
    }

    /** A list of lists of texts, a line each; nothing stands for what is absent. */
    Json rows(String name, Collection<List<Optional<String>>> rows) {
        lines.within(
                1,
                () -> array(name, rows, (json, row) -> {
                    call(generator::writeStartArray);
                    row.forEach(value -> call(() -> generator.writeString(value.orElse(null))));
                    call(generator::writeEndArray);
                }));
        return this;
    }

    /** A list of objects, a line each unless this is on a line already. */
    <E> Json list(String name, Collection<E> values, Writer<E> fields) {
        if (!values.isEmpty()) {
            lines.within(1, () -> array(name, values, (json, value) -> json.braces(each -> fields.write(each, value))));
        }
        return this;
    }

    private <E> void array(String name, Collection<E> values, Writer<E> item) {
        call(() -> generator.writeArrayFieldStart(name));
        values.forEach(value -> item.write(this, value));
        call(generator::writeEndArray);
    }

    /** How one value is written. */
    @FunctionalInterface
    interface Writer<E> {
        void write(Json json, E value);
    }
}
