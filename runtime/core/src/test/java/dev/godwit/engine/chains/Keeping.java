package dev.godwit.engine.chains;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a model keeps what belongs together where that is more than a table, and what nobody changes beside that. */
final class Keeping {

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> closed = new HashSet<>();

    void keep(Shape shape, Group... more) {
        shapes.removeIf(former -> former.owner().equals(shape.owner()));
        shapes.add(shape);
        for (Group group : more) {
            groups.removeIf(former -> former.name().equals(group.name()));
            groups.add(group);
        }
    }

    /** Names of tables that stay, and of columns that stay as they are; any may be called something else. */
    void hold(List<String> names) {
        held.addAll(names);
    }

    /** A table in which nothing comes or goes. */
    void close(String table) {
        closed.add(table);
    }

    boolean isClosed(String table) {
        return closed.contains(table);
    }

    boolean isHeld(String name) {
        return held.contains(name);
    }

    /** Whether the rows of a table belong to those of another one. */
    boolean isPart(String table) {
        return shapes.stream()
                .anyMatch(shape ->
                        shape.tables().contains(table) && !shape.owner().equals(table));
    }

    void rename(String from, String to) {
        shapes.replaceAll(shape -> shape.renamed(from, to));
        groups.replaceAll(group -> group.renamed(from, to));
        if (held.contains(from)) {
            held.add(to);
        }
        if (closed.contains(from)) {
            closed.add(to);
        }
    }

    Version version(String name, Map<String, Model> tables, Map<String, String> formerNames) {
        List<Shape> all = new ArrayList<>(shapes);
        tables.keySet().stream()
                .filter(table ->
                        shapes.stream().noneMatch(shape -> shape.tables().contains(table)))
                .forEach(table -> all.add(new Plain(table)));
        return new Version(name, new LinkedHashMap<>(tables), all, List.copyOf(groups), Map.copyOf(formerNames));
    }
}
