package dev.godwit.engine.chains;

import dev.godwit.engine.chains.Species.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A hierarchy in one table.
 *
 * @param root the kind of rows of the root itself; empty: there are none
 * @param kind the column that says of what kind a row is
 */
record SingleTable(String owner, String kind, Optional<String> root, List<Place> places) implements Shape {

    @Override
    public List<String> tables() {
        return List.of(owner);
    }

    @Override
    public Set<String> beside() {
        return Set.of(KIND);
    }

    @Override
    public void write(Writing writing) throws SQLException {
        Map<Integer, Map<String, String>> there = writing.rows(owner);
        int added = writing.next();
        List<Species> all = places.stream().map(Place::species).toList();
        Model model = of(writing, writing.pick(Species.concrete(root.isEmpty(), all)));
        writing.together(writing.inserting(owner, model, added, added));
        writing.check(owner, model, added, added);
        if (!there.isEmpty()) {
            int id = writing.pick(List.copyOf(there.keySet()));
            if (writing.chance(4)) {
                writing.together(writing.deleting(owner, id));
            } else {
                String name = there.get(id).get(kind);
                Optional<Species> species =
                        all.stream().filter(each -> each.name().equals(name)).findFirst();
                int values = writing.next();
                writing.together(writing.updating(owner, of(writing, species), id, values));
                writing.check(owner, of(writing, species), id, values);
            }
        }
    }

    /** The table as rows of one kind have it, with nothing for others. */
    private Model of(Writing writing, Optional<Species> species) {
        Model model = writing.model(owner).copy();
        List<Species> line = species.map(Species::line).orElse(List.of());
        String name = species.map(Species::name).or(() -> root).orElseThrow();
        model.columns().put(kind, constant(name.matches("\\d+") ? name : "'" + name + "'"));
        for (Place place : places) {
            for (int i = 0; i < place.columns().size(); i++) {
                Species of = place.species();
                model.columns()
                        .put(
                                place.columns().get(i),
                                line.contains(of) ? of.columns().get(i).kind(of.required()) : constant("null"));
            }
        }
        return model;
    }

    private static Kind constant(String literal) {
        return new Kind(Kind.TEXT.spec(), Optional.empty(), row -> literal);
    }

    @Override
    public Map<Integer, Map<String, Set<String>>> rows(Content content, Version version) throws SQLException {
        Map<Integer, Map<String, Set<String>>> rows = new TreeMap<>();
        content.rows(owner, version.model(owner)).forEach((id, row) -> rows.put(id, version.read(row)));
        return rows;
    }

    @Override
    public Shape renamed(String from, String to) {
        return new SingleTable(
                Names.renamed(owner, from, to),
                Names.renamed(kind, from, to),
                root,
                places.stream().map(place -> place.renamed(from, to)).toList());
    }
}
