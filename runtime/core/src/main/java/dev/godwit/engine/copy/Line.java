package dev.godwit.engine.copy;

import java.util.List;
import java.util.Optional;

/** One row in its travelling form. */
record Line(List<Optional<String>> values) {

    /** How much memory it takes, in characters. */
    int weight() {
        int weight = 0;
        for (Optional<String> value : values) {
            weight += value.map(String::length).orElse(1);
        }
        return weight;
    }
}
