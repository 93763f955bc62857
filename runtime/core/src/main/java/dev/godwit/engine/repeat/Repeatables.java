package dev.godwit.engine.repeat;

import dev.godwit.change.Change;
import dev.godwit.engine.store.RepeatableRow;
import dev.godwit.ledger.RepeatableLine;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ledger's repeatables beside those that a database has run. */
public final class Repeatables {

    private final List<RepeatableLine> lines;
    private final Map<String, RepeatableRow> rows = new LinkedHashMap<>();

    public Repeatables(List<RepeatableLine> lines, List<RepeatableRow> rows) {
        this.lines = List.copyOf(lines);
        rows.forEach(row -> this.rows.put(row.name(), row));
    }

    /** What a database is to run, in order: what has changed, and what has to be away while that is made anew. */
    public List<RepeatableLine> due() {
        Set<String> names = new LinkedHashSet<>();
        lines.stream().filter(line -> line.hash().isPresent() && !isDone(line)).forEach(line -> names.add(line.name()));
        Set<String> away = closure(names);
        return lines.stream()
                .filter(line -> line.hash().isPresent())
                .filter(line -> names.contains(line.name()) || away.contains(line.name()))
                .toList();
    }

    private boolean isDone(RepeatableLine line) {
        return rows.containsKey(line.name()) && rows.get(line.name()).isDone(line);
    }

    /** Those whose files are gone, and which the database has still, the last that was made first. */
    public List<RepeatableRow> gone() {
        List<RepeatableRow> gone = new ArrayList<>();
        for (RepeatableLine line : lines) {
            RepeatableRow row = rows.get(line.name());
            if (line.hash().isEmpty() && row != null && !row.isLater(line)) {
                gone.add(0, row);
            }
        }
        return gone;
    }

    /** What has to be away before others are made anew, the last that was made first. */
    public List<RepeatableRow> replaced(List<RepeatableLine> due) {
        return backwards(due.stream().map(RepeatableLine::name).toList());
    }

    /** What has to be away while changes are carried out, the last that was made first. */
    public List<RepeatableRow> inTheWay(List<Change> changes) {
        Set<QualifiedName> altered = AlteredTables.of(changes);
        Set<String> names = new LinkedHashSet<>();
        rows.values().stream()
                .filter(row -> row.reads().stream().anyMatch(altered::contains))
                .forEach(row -> names.add(row.name()));
        return backwards(closure(names));
    }

    /** With those that need them. */
    private Set<String> closure(Set<String> names) {
        Set<String> all = new LinkedHashSet<>(names);
        boolean more = true;
        while (more) {
            more = false;
            for (RepeatableRow row : rows.values()) {
                boolean needs = row.needs().stream().anyMatch(name -> all.contains(name) && isDropped(name));
                more |= needs && all.add(row.name());
            }
        }
        return all;
    }

    private boolean isDropped(String name) {
        return rows.containsKey(name) && !rows.get(name).drops().isEmpty();
    }

    private List<RepeatableRow> backwards(Iterable<String> names) {
        Map<String, Integer> places = new HashMap<>();
        lines.forEach(line -> places.put(line.name(), places.size()));
        List<RepeatableRow> found = new ArrayList<>();
        names.forEach(name -> {
            if (isDropped(name)) {
                found.add(rows.get(name));
            }
        });
        found.sort(Comparator.comparing(row -> places.getOrDefault(row.name(), Integer.MAX_VALUE)));
        Collections.reverse(found);
        return found;
    }

    /** With a row as it is from now on. */
    public void enter(RepeatableRow row) {
        rows.put(row.name(), row);
    }

    /** Without a row. */
    public void remove(String name) {
        rows.remove(name);
    }

    /** What was taken away and not made again. */
    public List<String> away() {
        return rows.values().stream()
                .filter(row -> row.seal().isEmpty())
                .map(RepeatableRow::name)
                .sorted()
                .toList();
    }

    /** Where a repeatable of the ledger stands. */
    public RepeatableState state(RepeatableLine line) {
        RepeatableRow row = rows.get(line.name());
        if (row == null || row.seal().isEmpty()) {
            return row == null && line.hash().isEmpty() ? RepeatableState.GONE : RepeatableState.UNAPPLIED;
        }
        if (row.isLater(line)) {
            return RepeatableState.LATER;
        }
        return row.isDone(line) ? RepeatableState.APPLIED : RepeatableState.CHANGED;
    }
}
