package dev.godwit.traffic.load;

import java.util.Optional;

/**
 * One request that was served.
 *
 * @param due when it was to be served, in microseconds since 1970
 * @param latency from then to its end, in microseconds
 * @param failure what went wrong
 */
public record Sample(long due, long latency, Kind kind, Optional<String> failure) {

    /**
     * Whether the database ended it because two transactions waited for each other. MariaDB does so
     * at the end of an index's build to whoever has locked the table a little and needs more of it.
     */
    public boolean isDeadlock() {
        return failure.filter(text -> text.contains("Deadlock found")).isPresent();
    }

    /** One line. */
    String text() {
        return "%d %d %s %s"
                .formatted(
                        due,
                        latency,
                        kind,
                        failure.orElse("").replaceAll("\\s+", " ").strip());
    }

    static Sample parse(String text) {
        String[] part = text.split(" ", 4);
        return new Sample(
                Long.parseLong(part[0]),
                Long.parseLong(part[1]),
                Kind.valueOf(part[2]),
                Optional.of(part[3]).filter(failure -> !failure.isEmpty()));
    }
}
