package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two versions of an application that write one database, each by its own model. */
final class TwoVersions {

    private final Content content;
    private final Random random;
    private final Version old;
    private final Version young;

    /** What both know, by the name for both: of each table, or what is kept in several, what both know of its rows. */
    private final Map<String, Set<String>> shared = new HashMap<>();

    private int lastId;

    TwoVersions(Content content, Random random, Version old, Version young) {
        this.content = content;
        this.random = random;
        this.old = old;
        this.young = young;
        Map<String, Shape> ofOld = old.byName();
        young.byName().forEach((name, shape) -> {
            if (ofOld.containsKey(name)) {
                shared.put(name, shared(ofOld.get(name), shape));
            }
        });
    }

    private Set<String> shared(Shape ofOld, Shape ofYoung) {
        Map<String, Kind> kinds = new HashMap<>(young.kinds(ofYoung));
        Map<String, Kind> others = old.kinds(ofOld);
        kinds.entrySet().removeIf(column -> !column.getValue().equals(others.get(column.getKey())));
        Set<String> names = new TreeSet<>(kinds.keySet());
        Set<String> groups = new TreeSet<>(young.groupNames(ofYoung));
        groups.retainAll(old.groupNames(ofOld));
        names.addAll(groups);
        return names;
    }

    Version old() {
        return old;
    }

    Version young() {
        return young;
    }

    /** @param follow lets each side follow the other, where that takes somebody who does it */
    void bothWrite(Runnable follow) throws SQLException {
        for (int i = 0; i < 2; i++) {
            writeBeside(old, young, follow);
            writeBeside(young, old, follow);
        }
    }

    private void writeBeside(Version writer, Version reader, Runnable follow) throws SQLException {
        Map<String, Map<Integer, Map<String, Set<String>>>> before = seen(reader, true);
        Map<String, Map<Integer, Map<String, Set<String>>>> mine = seen(writer, true);
        Map<String, Set<Integer>> touched = write(writer);
        follow.run();
        agree();
        keeps(reader, before, mine, seen(writer, true), touched);
    }

    /** Some rows of each table that come, change and go; each that was written holds what was written. */
    Map<String, Set<Integer>> write(Version version) throws SQLException {
        Set<String> unknown = unknown(version);
        Map<String, Set<Integer>> touched = new HashMap<>();
        for (Shape shape : version.shapes()) {
            Writing writing = new Writing(content, random, version, unknown, lastId);
            shape.write(writing);
            lastId = writing.lastId();
            touched.put(version.both(shape.owner()), writing.touched());
        }
        return touched;
    }

    private Set<String> unknown(Version version) {
        Set<String> unknown = new HashSet<>();
        version.byName()
                .forEach((name, shape) -> shape.tables()
                        .forEach(table -> version.model(table)
                                .columns()
                                .keySet()
                                .forEach(column -> {
                                    boolean known = version.group(column)
                                            .map(Group::name)
                                            .or(() -> Optional.of(version.both(column)))
                                            .filter(shared.getOrDefault(name, Set.of())::contains)
                                            .isPresent();
                                    if (!known) {
                                        unknown.add(column);
                                    }
                                })));
        return unknown;
    }

    /** Both versions find the same rows, and the same values in columns that both know. */
    private void agree() throws SQLException {
        Map<String, Map<Integer, Map<String, Set<String>>>> ofOld = seen(old, false);
        Map<String, Map<Integer, Map<String, Set<String>>>> ofYoung = seen(young, false);
        assertThat(ofYoung.keySet()).isEqualTo(ofOld.keySet());
        ofOld.forEach((name, rows) -> {
            assertThat(ofYoung.get(name).keySet()).as("rows of %s", name).isEqualTo(rows.keySet());
            rows.forEach((id, row) -> row.forEach((column, values) -> {
                Set<String> other = ofYoung.get(name).get(id).get(column);
                assertThat(values)
                        .as("%s of row %d of %s, which the new version sees as %s", column, id, name, other)
                        .containsAnyElementsOf(other);
            }));
        });
    }

    /**
     * What a version sees of rows that the other one did not write is what it saw; of those that were written, what the other
     * one does not know stays.
     */
    private void keeps(
            Version reader,
            Map<String, Map<Integer, Map<String, Set<String>>>> before,
            Map<String, Map<Integer, Map<String, Set<String>>>> written,
            Map<String, Map<Integer, Map<String, Set<String>>>> writtenNow,
            Map<String, Set<Integer>> touched)
            throws SQLException {
        Map<String, Map<Integer, Map<String, Set<String>>>> now = seen(reader, true);
        before.forEach((name, rows) -> rows.forEach((id, row) -> {
            Map<String, Set<String>> left = now.get(name).get(id);
            if (!touched.getOrDefault(name, Set.of()).contains(id)) {
                assertThat(left)
                        .as("what %s version sees of row %d of %s", reader.name(), id, name)
                        .isEqualTo(row);
            } else if (left != null) {
                row.forEach((column, values) -> {
                    Set<String> kept = new TreeSet<>(values);
                    kept.removeAll(value(written, name, id, column));
                    assertThat(left.get(column))
                            .as("%s of row %d of %s, of which the other version knew one", column, id, name)
                            .containsAll(shared.getOrDefault(name, Set.of()).contains(column) ? kept : Set.of());
                    if (value(writtenNow, name, id, column).containsAll(values)) {
                        assertThat(left.get(column))
                                .as("%s of row %d of %s, which is there still", column, id, name)
                                .isEqualTo(values);
                    }
                });
            }
        }));
    }

    private static Set<String> value(
            Map<String, Map<Integer, Map<String, Set<String>>>> seen, String name, int id, String column) {
        return seen.getOrDefault(name, Map.of()).getOrDefault(id, Map.of()).getOrDefault(column, Set.of());
    }

    /**
     * The rows of what both versions know, with what both know of them.
     *
     * @param alone whether that of tables which the other version does not know is seen, too
     */
    Map<String, Map<Integer, Map<String, Set<String>>>> seen(Version version, boolean alone) throws SQLException {
        return seen(content, version, alone);
    }

    /** What the new version sees there of what both know, value for value. */
    Map<String, Map<Integer, Map<String, Set<String>>>> exact(Content there) throws SQLException {
        return seen(there, young.exact(), false);
    }

    private Map<String, Map<Integer, Map<String, Set<String>>>> seen(Content there, Version version, boolean alone)
            throws SQLException {
        Map<String, Map<Integer, Map<String, Set<String>>>> seen = new TreeMap<>();
        version.rows(there).forEach((name, rows) -> {
            Set<String> known = shared.get(name);
            if (known != null) {
                rows.values().forEach(row -> row.keySet().retainAll(known));
            }
            if (known != null || alone) {
                seen.put(name, rows);
            }
        });
        return seen;
    }
}
