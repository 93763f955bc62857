package dev.godwit.engine.chains;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table, and another one with a row at most for each of its rows, and none without.
 *
 * @param always whether each row has its part
 */
record Parted(String owner, String part, boolean always) implements Shape {

    @Override
    public List<String> tables() {
        return List.of(owner, part);
    }

    @Override
    public void write(Writing writing) throws SQLException {
        List<Integer> there = List.copyOf(writing.rows(owner).keySet());
        int added = writing.next();
        if (always || writing.chance(2)) {
            writing.together(writing.inserting(owner, added, added), writing.inserting(part, added, added));
            writing.check(part, added, added, always ? writing.empty(part, added) : Set.of());
        } else {
            writing.together(writing.inserting(owner, added, added));
        }
        writing.check(owner, added, added);
        if (!there.isEmpty()) {
            write(writing, writing.pick(there));
        }
    }

    private void write(Writing writing, int id) throws SQLException {
        boolean parted = writing.rows(part).containsKey(id);
        int values = writing.next();
        switch (writing.upTo(5)) {
            case 0 -> {
                if (parted) {
                    writing.together(writing.deleting(part, id), writing.deleting(owner, id));
                } else {
                    writing.together(writing.deleting(owner, id));
                }
            }
            case 1 -> {
                if (parted && !always) {
                    writing.together(writing.deleting(part, id));
                }
            }
            case 2, 3 -> {
                if (!writing.model(owner).columns().isEmpty()) {
                    writing.together(writing.updating(owner, id, values));
                    writing.check(owner, id, values);
                }
            }
            default -> {
                if (!parted) {
                    writing.together(writing.inserting(part, id, values));
                    writing.check(part, id, values);
                } else if (!writing.model(part).columns().isEmpty()) {
                    writing.together(writing.updating(part, id, values));
                    writing.check(part, id, values);
                }
            }
        }
    }

    @Override
    public Map<Integer, Map<String, Set<String>>> rows(Content content, Version version) throws SQLException {
        Map<Integer, Map<String, String>> parts = content.rows(part, version.model(part));
        Map<Integer, Map<String, Set<String>>> rows = new TreeMap<>();
        content.rows(owner, version.model(owner)).forEach((id, row) -> {
            Map<String, String> whole = new TreeMap<>(row);
            version.model(part).columns().keySet().forEach(column -> whole.put(column, "null"));
            whole.putAll(parts.getOrDefault(id, Map.of()));
            rows.put(id, version.read(whole));
        });
        return rows;
    }

    @Override
    public Shape renamed(String from, String to) {
        return new Parted(Names.renamed(owner, from, to), Names.renamed(part, from, to), always);
    }
}
