package dev.godwit.engine.chains;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one version of an application knows.
 *
 * @param formerNames what the other version calls tables and columns that both have, where that is something else
 */
record Version(
        String name,
        Map<String, Model> tables,
        List<Shape> shapes,
        List<Group> groups,
        Map<String, String> formerNames) {

    Model model(String table) {
        return tables.get(table);
    }

    /** What both versions call a table or column. */
    String both(String name) {
        return formerNames.getOrDefault(name, name);
    }

    Optional<Group> group(String column) {
        return groups.stream().filter(group -> group.columns().contains(column)).findFirst();
    }

    /** The columns of a shape by the name for both versions, each with its kind, unless they are in a group. */
    Map<String, Kind> kinds(Shape shape) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        shape.tables()
                .forEach(table -> model(table).columns().forEach((column, kind) -> {
                    if (group(column).isEmpty()) {
                        kinds.put(both(column), kind);
                    }
                }));
        return kinds;
    }

    Set<String> groupNames(Shape shape) {
        Set<String> names = new TreeSet<>(shape.beside());
        shape.tables()
                .forEach(table -> model(table)
                        .columns()
                        .keySet()
                        .forEach(column -> group(column).map(Group::name).ifPresent(names::add)));
        return names;
    }

    /** What a row says, by names for both versions. */
    Map<String, Set<String>> read(Map<String, String> row) {
        Map<String, Set<String>> read = new TreeMap<>();
        row.forEach((column, value) -> group(column)
                .ifPresentOrElse(
                        group -> read.put(group.name(), Set.of(group.value(row))),
                        () -> read.put(both(column), Set.of(value))));
        return read;
    }

    /** Of each table or what is kept in several, by the name for both versions. */
    Map<String, Map<Integer, Map<String, Set<String>>>> rows(Content content) throws SQLException {
        Map<String, Map<Integer, Map<String, Set<String>>>> rows = new TreeMap<>();
        for (Shape shape : shapes) {
            rows.put(both(shape.owner()), shape.rows(content, this));
        }
        return rows;
    }

    /** The same, which takes what stands in for nothing for what it is. */
    Version exact() {
        return new Version(
                name,
                tables,
                shapes,
                groups.stream().map(group -> group.standIns(List.of())).toList(),
                formerNames);
    }

    Map<String, Shape> byName() {
        Map<String, Shape> byName = new HashMap<>();
        shapes.forEach(shape -> byName.put(both(shape.owner()), shape));
        return byName;
    }
}
