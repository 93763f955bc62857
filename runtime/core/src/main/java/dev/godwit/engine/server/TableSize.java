package dev.godwit.engine.server;

import java.util.OptionalLong;

/**
 * About how big a table is, as the server knows without reading it.
 *
 * @param rows empty where it has never counted them
 * @param bytes with indexes; empty where the server does not say
 */
public record TableSize(OptionalLong rows, OptionalLong bytes) {

    private static final long KILO = 1024;

    static TableSize of(long rows, long bytes) {
        return new TableSize(
                rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows),
                bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes));
    }

    /** As people read it, such as {@code about 1200000 rows, 310 MB}. */
    public String text() {
        String count = rows.isPresent() ? "about %d rows".formatted(rows.getAsLong()) : "rows not counted";
        return bytes.isPresent() ? count + ", " + size(bytes.getAsLong()) : count;
    }

    private static String size(long bytes) {
        if (bytes < KILO * KILO) {
            return bytes / KILO + " KB";
        }
        return bytes < 10 * KILO * KILO * KILO ? bytes / (KILO * KILO) + " MB" : bytes / (KILO * KILO * KILO) + " GB";
    }
}
