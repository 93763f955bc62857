package dev.godwit.command;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Facts of a report in order; what is absent is left out. */
public final class Facts {

    private final Map<String, Object> facts = new LinkedHashMap<>();

    public Facts add(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    public Facts add(String name, Optional<?> value) {
        value.ifPresent(present -> facts.put(name, present));
        return this;
    }

    public Facts millis(String name, Duration value) {
        return add(name, value.toMillis());
    }

    public Facts time(String name, Optional<Instant> value) {
        return add(name, value.map(Instant::toString));
    }

    public Map<String, Object> map() {
        return facts;
    }
}
