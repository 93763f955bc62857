package dev.godwit.engine.copy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What a table's rows come to, whatever their order, since databases order text and UUIDs differently: a number of rows
 * and a sum of their hashes for each chunk, a row's chunk following from its key.
 */
final class Checksum {

    private static final int CHUNKS = 256;

    private final CopiedTable table;
    private final int[] columns;
    private final int[] key;
    private final long[] rows = new long[CHUNKS];
    private final long[] sums = new long[CHUNKS];

    Checksum(CopiedTable table) {
        this.table = table;
        this.columns = range(table.columns().size());
        this.key = table.key().isEmpty()
                ? columns
                : table.key().stream().mapToInt(table::place).toArray();
    }

    private static int[] range(int size) {
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = i;
        }
        return places;
    }

    void add(Line line) {
        int chunk = chunk(line);
        rows[chunk]++;
        sums[chunk] += hash(line, columns);
    }

    int chunk(Line line) {
        return (int) Math.floorMod(hash(line, key), (long) CHUNKS);
    }

    long rows() {
        long all = 0;
        for (long some : rows) {
            all += some;
        }
        return all;
    }

    /** The chunks in which two tables differ. */
    List<Integer> differing(Checksum other) {
        List<Integer> chunks = new ArrayList<>();
        for (int i = 0; i < CHUNKS; i++) {
            if (rows[i] != other.rows[i] || sums[i] != other.sums[i]) {
                chunks.add(i);
            }
        }
        return chunks;
    }

    private long hash(Line line, int[] places) {
        CRC32 one = new CRC32();
        CRC32C two = new CRC32C();
        for (int place : places) {
            byte[] bytes = bytes(line.values().get(place), table.forms().get(place));
            one.update(bytes);
            two.update(bytes);
            one.update(bytes.length);
            two.update(bytes.length);
        }
        return one.getValue() << 32 | two.getValue();
    }

    private static byte[] bytes(Optional<String> value, Form form) {
        String text = value.orElse("\\N");
        return (form == Form.JSON ? sorted(text) : text).getBytes(StandardCharsets.UTF_8);
    }

    /** Databases that read JSON order its members and space it out anew; what it is made of stays. */
    private static String sorted(String json) {
        return json.chars()
                .filter(c -> !Character.isWhitespace(c))
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
