package dev.godwit.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/** Lays JSON out so that each fact is one line: objects and lists are indented down to a depth, and then stay on theirs. */
final class Lines implements PrettyPrinter {

    private static final String INDENTATION = "  ";

    private int depth;
    private int deepest = Integer.MAX_VALUE;

    /** Runs what writes something whose lines end so many levels below here. */
    void within(int levels, Runnable content) {
        int before = deepest;
        deepest = Math.min(deepest, depth + levels);
        content.run();
        deepest = before;
    }

    private boolean isInline() {
        return depth > deepest;
    }

    private void line(JsonGenerator json) throws IOException {
        if (!isInline()) {
            json.writeRaw("\n" + INDENTATION.repeat(depth));
        }
    }

    private void open(JsonGenerator json, char bracket) throws IOException {
        json.writeRaw(bracket);
        depth++;
    }

    private void close(JsonGenerator json, int entries, char bracket) throws IOException {
        boolean broken = entries > 0 && !isInline();
        depth--;
        if (broken) {
            line(json);
        }
        json.writeRaw(bracket);
    }

    private void next(JsonGenerator json) throws IOException {
        json.writeRaw(isInline() ? ", " : ",");
        line(json);
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        open(json, '{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        line(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        next(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        close(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        open(json, '[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        line(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        next(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        close(json, values, ']');
    }
}
