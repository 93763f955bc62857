package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.engine.chains.Species.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A hierarchy with a table for each class.
 *
 * @param root the kind of rows that are in the owner's table alone; empty: there are none
 * @param places those of a class before those of its subclasses
 */
record Joined(String owner, Optional<String> root, List<Place> places) implements Shape {

    @Override
    public List<String> tables() {
        return Stream.concat(Stream.of(owner), places.stream().map(Place::table))
                .toList();
    }

    @Override
    public Set<String> beside() {
        return Set.of(KIND);
    }

    private List<Place> line(Optional<Species> kind) {
        List<Species> line = kind.map(Species::line).orElse(List.of());
        return places.stream().filter(place -> line.contains(place.species())).toList();
    }

    @Override
    public void write(Writing writing) throws SQLException {
        List<Integer> there = List.copyOf(writing.rows(owner).keySet());
        int added = writing.next();
        List<Species> all = places.stream().map(Place::species).toList();
        List<Place> line = line(writing.pick(Species.concrete(root.isEmpty(), all)));
        List<String> statements = new ArrayList<>(List.of(writing.inserting(owner, added, added)));
        line.forEach(place -> statements.add(writing.inserting(place.table(), added, added)));
        writing.together(statements);
        writing.check(owner, added, added);
        for (Place place : line) {
            writing.check(place.table(), added, added);
        }
        if (!there.isEmpty()) {
            change(writing, writing.pick(there));
        }
    }

    private void change(Writing writing, int id) throws SQLException {
        List<Place> line = line(kind(parts(writing.content(), writing.version()), id));
        if (writing.chance(4)) {
            List<String> statements = new ArrayList<>();
            line.forEach(place -> statements.add(0, writing.deleting(place.table(), id)));
            statements.add(writing.deleting(owner, id));
            writing.together(statements);
            return;
        }
        List<String> tables = new ArrayList<>(List.of(owner));
        line.forEach(place -> tables.add(place.table()));
        String table = writing.pick(tables);
        if (!writing.model(table).columns().isEmpty()) {
            int values = writing.next();
            writing.together(writing.updating(table, id, values));
            writing.check(table, id, values);
        }
    }

    private Map<String, Map<Integer, Map<String, String>>> parts(Content content, Version version) throws SQLException {
        Map<String, Map<Integer, Map<String, String>>> parts = new HashMap<>();
        for (Place place : places) {
            parts.put(place.table(), content.rows(place.table(), version.model(place.table())));
        }
        return parts;
    }

    private Optional<Species> kind(Map<String, Map<Integer, Map<String, String>>> parts, int id) {
        List<Species> of = places.stream()
                .filter(place -> parts.get(place.table()).containsKey(id))
                .map(Place::species)
                .toList();
        Optional<Species> kind = of.stream().reduce((first, second) -> second);
        assertThat(of)
                .as("tables with row %d of %s", id, owner)
                .isEqualTo(kind.map(Species::line).orElse(List.of()));
        return kind;
    }

    @Override
    public Map<Integer, Map<String, Set<String>>> rows(Content content, Version version) throws SQLException {
        Map<String, Map<Integer, Map<String, String>>> parts = parts(content, version);
        Map<Integer, Map<String, Set<String>>> rows = new TreeMap<>();
        content.rows(owner, version.model(owner)).forEach((id, row) -> {
            Map<String, String> whole = new TreeMap<>(row);
            for (Place place : places) {
                version.model(place.table()).columns().keySet().forEach(column -> whole.put(column, Group.NOTHING));
                whole.putAll(parts.get(place.table()).getOrDefault(id, Map.of()));
            }
            Map<String, Set<String>> read = version.read(whole);
            read.put(
                    KIND,
                    Set.of(kind(parts, id).map(Species::name).or(() -> root).orElse(Group.NOTHING)));
            rows.put(id, read);
        });
        parts.forEach((table, all) ->
                assertThat(rows.keySet()).as("rows with some in %s", table).containsAll(all.keySet()));
        return rows;
    }

    @Override
    public Shape renamed(String from, String to) {
        return new Joined(
                Names.renamed(owner, from, to),
                root,
                places.stream().map(place -> place.renamed(from, to)).toList());
    }
}
