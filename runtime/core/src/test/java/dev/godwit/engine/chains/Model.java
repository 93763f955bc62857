package dev.godwit.engine.chains;

import java.util.LinkedHashMap;
import java.util.Map;

/** A table: its columns and its key apart from them, and what stands on columns, each name with its column. */
record Model(Map<String, Kind> columns, Map<String, String> standing, Map<String, String> parents, Key key) {

    static Model empty() {
        return of(Key.PLAIN);
    }

    static Model of(Key key) {
        return new Model(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), key);
    }

    Model copy() {
        return with(key);
    }

    Model with(Key other) {
        return new Model(
                new LinkedHashMap<>(columns), new LinkedHashMap<>(standing), new LinkedHashMap<>(parents), other);
    }
}
