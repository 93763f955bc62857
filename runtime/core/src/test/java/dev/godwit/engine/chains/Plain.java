package dev.godwit.engine.chains;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One table.
 *
 * @param oneOfSeveral columns that hold one of what the other version has several of: it takes the next where one goes
 */
record Plain(String owner, Set<String> oneOfSeveral) implements Shape {

    Plain(String owner) {
        this(owner, Set.of());
    }

    @Override
    public List<String> tables() {
        return List.of(owner);
    }

    @Override
    public void write(Writing writing) throws SQLException {
        List<Integer> there = List.copyOf(writing.rows(owner).keySet());
        int added = writing.next();
        writing.together(writing.inserting(owner, added, added));
        writing.check(owner, added, added);
        if (!there.isEmpty()) {
            int id = writing.pick(there);
            if (writing.chance(4)) {
                writing.together(writing.deleting(owner, id));
            } else if (!writing.model(owner).columns().isEmpty()) {
                int values = writing.next();
                writing.together(writing.updating(owner, id, values));
                writing.check(owner, id, values, weak(writing.model(owner), values));
            }
        }
    }

    private Set<String> weak(Model model, int values) {
        boolean none = oneOfSeveral.stream()
                .allMatch(column ->
                        model.columns().get(column).value().apply(values).equals("null"));
        return none ? oneOfSeveral : Set.of();
    }

    @Override
    public Map<Integer, Map<String, Set<String>>> rows(Content content, Version version) throws SQLException {
        Map<Integer, Map<String, Set<String>>> rows = new TreeMap<>();
        content.rows(owner, version.model(owner)).forEach((id, row) -> rows.put(id, version.read(row)));
        return rows;
    }

    @Override
    public Shape renamed(String from, String to) {
        return new Plain(Names.renamed(owner, from, to), Names.renamed(oneOfSeveral, from, to));
    }
}
