package dev.godwit.engine.copy;

import dev.godwit.engine.problem.LockProblems;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares a table on both sides, row by row in effect, and says which rows differ. */
public final class Verification {

    private static final int NAMED = 10;

    private final CopySource source;
    private final CopySource target;
    private final CopiedTable table;

    public Verification(CopySource source, CopySource target, CopiedTable table) {
        this.source = source;
        this.target = target;
        this.table = table;
    }

    /**
     * What the comparison found.
     *
     * @param rows of the source
     * @param differing what to tell of some rows that differ; empty: none does
     */
    public record Result(long rows, List<String> differing) {}

    public Result compare() throws SQLException {
        FutureTask<Checksum> reading = new FutureTask<>(() -> checksum(source));
        Thread reader = new Thread(reading, "godwit-copy-reader");
        reader.setDaemon(true);
        reader.start();
        Checksum here = checksum(target);
        Checksum there = result(reading);
        List<Integer> chunks = there.differing(here);
        return new Result(there.rows(), chunks.isEmpty() ? List.of() : differing(Set.copyOf(chunks)));
    }

    private static Checksum result(FutureTask<Checksum> reading) throws SQLException {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LockProblems.interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException said) {
                throw said;
            }
            throw new IllegalStateException("The source could not be read.", e.getCause());
        }
    }

    private Checksum checksum(CopySource side) throws SQLException {
        Checksum checksum = new Checksum(table);
        try (SourceTable rows = SourceTable.open(side.connection(), side.dialect(), table, Optional.empty())) {
            while (rows.next()) {
                checksum.add(rows.line());
            }
        }
        return checksum;
    }

    private List<String> differing(Set<Integer> chunks) throws SQLException {
        Map<List<String>, Line> there = lines(source, chunks);
        Map<List<String>, Line> here = lines(target, chunks);
        List<String> told = new ArrayList<>();
        there.forEach((key, line) -> {
            Line other = here.remove(key);
            if (other == null) {
                told.add(name(key) + " is missing");
            } else if (!other.equals(line)) {
                told.add(name(key) + " differs in " + columns(line, other));
            }
        });
        here.keySet().forEach(key -> told.add(name(key) + " is not in the source"));
        return told.subList(0, Math.min(NAMED, told.size()));
    }

    private Map<List<String>, Line> lines(CopySource side, Set<Integer> chunks) throws SQLException {
        Checksum checksum = new Checksum(table);
        Map<List<String>, Line> lines = new HashMap<>();
        try (SourceTable rows = SourceTable.open(side.connection(), side.dialect(), table, Optional.empty())) {
            while (rows.next()) {
                Line line = rows.line();
                if (chunks.contains(checksum.chunk(line))) {
                    lines.put(key(line), line);
                }
            }
        }
        return lines;
    }

    private List<String> key(Line line) {
        return table.key().isEmpty()
                ? line.values().stream().map(value -> value.orElse("null")).toList()
                : table.key().stream()
                        .map(column -> line.values().get(table.place(column)).orElse("null"))
                        .toList();
    }

    private String name(List<String> key) {
        return table.key().isEmpty()
                ? "a row"
                : IntStream.range(0, key.size())
                        .mapToObj(i -> table.key().get(i) + " = " + key.get(i))
                        .collect(Collectors.joining(", "));
    }

    private String columns(Line line, Line other) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> !line.values().get(i).equals(other.values().get(i)))
                .mapToObj(i -> table.columns().get(i).name().toString())
                .collect(Collectors.joining(", "));
    }
}
