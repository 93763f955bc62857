package dev.godwit.engine.chains;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table, and another one whose rows are the elements of a collection of each of its rows.
 *
 * @param elements the table of the elements, of which the model's key is that of their owner
 * @param values the columns that an element consists of; there may be others beside them
 * @param distinct whether no element is twice in a collection
 */
record Several(String owner, String elements, List<String> values, boolean distinct) implements Shape {

    @Override
    public List<String> tables() {
        return List.of(owner, elements);
    }

    @Override
    public void write(Writing writing) throws SQLException {
        List<Integer> there = List.copyOf(writing.rows(owner).keySet());
        int added = writing.next();
        List<List<String>> first = some(writing);
        List<String> statements = new ArrayList<>(List.of(writing.inserting(owner, added, added)));
        statements.addAll(inserting(writing, added, first));
        writing.together(statements);
        writing.check(owner, added, added);
        check(writing, added, first);
        if (!there.isEmpty()) {
            change(writing, writing.pick(there));
        }
    }

    /** New elements, none or a few. */
    private List<List<String>> some(Writing writing) {
        List<List<String>> some = new ArrayList<>();
        for (int i = writing.upTo(3); i > 0; i--) {
            List<String> element = element(writing);
            while (distinct && (element.contains("0") || element.contains(""))) {
                element = element(writing);
            }
            some.add(element);
        }
        return some;
    }

    private List<String> element(Writing writing) {
        int row = writing.next();
        return values.stream()
                .map(column ->
                        writing.model(elements).columns().get(column).value().apply(row))
                .map(literal -> literal.replace("'", ""))
                .toList();
    }

    private List<String> inserting(Writing writing, int id, List<List<String>> all) {
        return all.stream()
                .map(element -> writing.inserting(elements, id, values, element))
                .toList();
    }

    private void change(Writing writing, int id) throws SQLException {
        List<List<String>> there =
                elements(writing.content(), writing.version()).getOrDefault(id, List.of());
        List<List<String>> others = some(writing);
        switch (writing.upTo(5)) {
            case 0 -> writing.together(writing.deleting(elements, id), writing.deleting(owner, id));
            case 1 -> {
                writing.together(inserting(writing, id, others));
                List<List<String>> expected = new ArrayList<>(there);
                expected.addAll(others);
                check(writing, id, expected);
            }
            case 2 -> anew(writing, id, there, others);
            case 3 -> {
                if (!there.isEmpty()) {
                    List<String> one = writing.pick(there);
                    writing.together(writing.deleting(elements, id) + Writing.and(values, one));
                    check(writing, id, there.stream().filter(not(one::equals)).toList());
                }
            }
            case 4 -> {
                if (!there.isEmpty() && !others.isEmpty()) {
                    List<String> one = writing.pick(there);
                    List<String> other = others.get(0);
                    writing.together(writing.updating(elements, id, values, other) + Writing.and(values, one));
                    check(
                            writing,
                            id,
                            there.stream()
                                    .map(each -> each.equals(one) ? other : each)
                                    .toList());
                }
            }
            default -> {
                if (!writing.model(owner).columns().isEmpty()) {
                    int row = writing.next();
                    writing.together(writing.updating(owner, id, row));
                    writing.check(owner, id, row);
                    check(writing, id, there);
                }
            }
        }
    }

    /** All that are there go, and some of them may be among those that come. */
    private void anew(Writing writing, int id, List<List<String>> there, List<List<String>> others)
            throws SQLException {
        List<List<String>> all = new ArrayList<>(others);
        if (!there.isEmpty() && writing.chance(2)) {
            all.add(writing.pick(there));
        }
        List<String> statements = new ArrayList<>(List.of(writing.deleting(elements, id)));
        statements.addAll(inserting(writing, id, all));
        writing.together(statements);
        check(writing, id, all);
    }

    private void check(Writing writing, int id, List<List<String>> expected) throws SQLException {
        assertThat(elements(writing.content(), writing.version()).getOrDefault(id, List.of()))
                .as(
                        "elements of row %d of %s, as %s version wrote them",
                        id, owner, writing.version().name())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private Map<Integer, List<List<String>>> elements(Content content, Version version) throws SQLException {
        Map<Integer, List<List<String>>> elements = new TreeMap<>();
        content.each(
                this.elements,
                version.model(this.elements),
                (id, row) -> elements.computeIfAbsent(id, any -> new ArrayList<>())
                        .add(values.stream().map(row::get).toList()));
        return elements;
    }

    /** An element of nothing counts for none; what stands in for nothing may be one, too. */
    @Override
    public Map<Integer, Map<String, Set<String>>> rows(Content content, Version version) throws SQLException {
        Group group = version.group(values.get(0)).orElseThrow();
        Map<Integer, Set<String>> all = new TreeMap<>();
        content.each(elements, version.model(elements), (id, row) -> {
            if (!values.stream().map(row::get).allMatch(Group.NOTHING::equals)) {
                all.computeIfAbsent(id, any -> new TreeSet<>()).add(group.value(row));
            }
        });
        Map<Integer, Map<String, Set<String>>> rows = new TreeMap<>();
        content.rows(owner, version.model(owner)).forEach((id, row) -> {
            Map<String, Set<String>> read = version.read(row);
            Set<String> several = all.getOrDefault(id, Collections.emptySet());
            read.put(group.name(), several.isEmpty() ? Set.of(Group.NOTHING) : several);
            rows.put(id, read);
        });
        return rows;
    }

    @Override
    public Shape renamed(String from, String to) {
        return new Several(
                Names.renamed(owner, from, to),
                Names.renamed(elements, from, to),
                Names.renamed(values, from, to),
                distinct);
    }
}
