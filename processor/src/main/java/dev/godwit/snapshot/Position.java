package dev.godwit.snapshot;

import com.fasterxml.jackson.core.JsonLocation;

/** A place in the file, both numbers from 1. */
record Position(int line, int column) {

    static Position of(JsonLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    @Override
    public String toString() {
        return "line %d, column %d".formatted(line, column);
    }
}
