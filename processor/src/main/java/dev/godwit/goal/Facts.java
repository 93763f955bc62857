package dev.godwit.goal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Facts of a report in order; what is absent is left out. */
final class Facts {

    private final Map<String, Object> facts = new LinkedHashMap<>();

    Facts add(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    Facts add(String name, Optional<?> value) {
        value.ifPresent(present -> facts.put(name, present));
        return this;
    }

    Facts millis(String name, Duration value) {
        return add(name, value.toMillis());
    }

    Facts time(String name, Optional<Instant> value) {
        return add(name, value.map(Instant::toString));
    }

    Map<String, Object> map() {
        return facts;
    }
}
