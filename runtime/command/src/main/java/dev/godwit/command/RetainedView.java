package dev.godwit.command;

import dev.godwit.engine.report.RetainedThing;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells what a database keeps of what migrations dropped. */
public final class RetainedView {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1000;

    private final List<RetainedThing> things;

    public RetainedView(List<RetainedThing> things) {
        this.things = List.copyOf(things);
    }

    /** @param heading stands above them; without them there is nothing to say */
    public List<String> lines(String heading) {
        List<String> lines = new ArrayList<>();
        if (!things.isEmpty()) {
            lines.add(heading);
        }
        things.forEach(thing -> lines.add("  %s  %s  %s%s%s"
                .formatted(
                        thing.version(),
                        DAY.format(thing.at()),
                        thing.what(),
                        thing.bytes().isPresent() ? ", " + size(thing.bytes().getAsLong()) : "",
                        thing.overdue() ? ", overdue" : "")));
        return lines;
    }

    private static String size(long bytes) {
        long rest = bytes;
        int unit = 0;
        while (rest >= 10 * STEP && unit < UNITS.length - 1) {
            rest /= STEP;
            unit++;
        }
        return rest + " " + UNITS[unit];
    }

    /** A warning where something is kept for longer than it is to be. */
    public Optional<String> overdue() {
        List<String> overdue = things.stream()
                .filter(RetainedThing::overdue)
                .map(RetainedThing::what)
                .toList();
        return overdue.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ("GW5009: Migrations dropped %s, and the database keeps the rows for longer than they are to be kept."
                                        + " godwit:purge drops them for good; -Dgodwit.retention=<days>d keeps them longer.")
                                .formatted(String.join(", ", overdue)));
    }

    public List<Map<String, Object>> facts() {
        return things.stream().map(RetainedView::facts).toList();
    }

    private static Map<String, Object> facts(RetainedThing thing) {
        OptionalLong bytes = thing.bytes();
        return new Facts()
                .add("what", thing.what())
                .add("name", thing.name())
                .add("version", thing.version())
                .add("bytes", bytes.isPresent() ? Optional.of(bytes.getAsLong()) : Optional.empty())
                .time("at", Optional.of(thing.at()))
                .add("overdue", thing.overdue())
                .map();
    }
}
