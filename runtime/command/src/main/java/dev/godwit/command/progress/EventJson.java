package dev.godwit.command.progress;

import dev.godwit.command.Facts;
import dev.godwit.command.Json;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Left;
import dev.godwit.plan.Step;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event as one JSON object on one line: {@code event}, {@code at}, {@code level}, {@code text}, and the components of
 * its record by their names. Durations are in milliseconds and say so at the end of their names; what is absent is left
 * out.
 */
final class EventJson {

    private EventJson() {}

    static String of(Event event) {
        Facts facts = new Facts()
                .add("event", name(event))
                .add("at", Instant.now().toString())
                .add("level", event.level().getName())
                .add("text", event.text());
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            add(facts, component.getName(), value(event, component));
        }
        if (event instanceof Event.Progress progress) {
            progress.remaining().ifPresent(left -> facts.millis("remainingMillis", left));
        }
        return Json.of(facts.map());
    }

    private static String name(Event event) {
        String name = event.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Object value(Event event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Facts facts, String name, Object value) {
        if (value instanceof Duration duration) {
            facts.millis(name + "Millis", duration);
        } else if (value instanceof OptionalLong number) {
            number.ifPresent(present -> facts.add(name, present));
        } else if (value instanceof Optional<?> any) {
            facts.add(name, any);
        } else if (value instanceof Step step) {
            facts.add(name, step.description());
        } else if (value instanceof Direction direction) {
            facts.add(name, direction.text());
        } else if (value instanceof Left left) {
            facts.add(name, left.name().toLowerCase(Locale.ROOT));
        } else {
            facts.add(name, value);
        }
    }
}
