package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.engine.chains.RandomChain.Model;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Two versions of an application that write one database, each by its own model. */
final class TwoVersions {

    /** What one version knows. */
    record Version(String name, Map<String, Model> tables) {}

    private final Content content;
    private final Random random;
    private final Version old;
    private final Version young;

    /** Of tables and columns that both know: what the old version calls them, by what the new one does. */
    private final Map<String, String> shared = new LinkedHashMap<>();

    private int lastId;

    TwoVersions(Content content, Random random, Version old, Version young, Map<String, String> formerNames) {
        this.content = content;
        this.random = random;
        this.old = old;
        this.young = young;
        young.tables().forEach((name, model) -> {
            String former = formerNames.getOrDefault(name, name);
            Model other = old.tables().get(former);
            if (other != null) {
                shared.put(name, former);
                model.columns().forEach((column, kind) -> {
                    String before = formerNames.getOrDefault(column, column);
                    if (kind.equals(other.columns().get(before))) {
                        shared.put(column, before);
                    }
                });
            }
        });
    }

    Version old() {
        return old;
    }

    Version young() {
        return young;
    }

    void bothWrite() throws SQLException {
        for (int i = 0; i < 2; i++) {
            write(old);
            agree();
            write(young);
            agree();
        }
    }

    /** Some rows of each table that come, change and go; each that was written holds what was written. */
    void write(Version version) throws SQLException {
        for (Map.Entry<String, Model> table : version.tables().entrySet()) {
            String name = table.getKey();
            Model model = table.getValue();
            List<Integer> there = List.copyOf(content.rows(name, model).keySet());
            content.insert(name, model, ++lastId);
            check(version, name, lastId, lastId);
            if (!there.isEmpty()) {
                int id = there.get(random.nextInt(there.size()));
                if (random.nextInt(4) == 0) {
                    content.delete(name, id);
                } else if (!model.columns().isEmpty()) {
                    content.update(name, model, id, ++lastId);
                    check(version, name, id, lastId);
                }
            }
        }
    }

    private void check(Version version, String table, int id, int values) throws SQLException {
        assertThat(content.holds(
                        table,
                        version.tables().get(table),
                        version == old ? Set.copyOf(shared.values()) : shared.keySet(),
                        id,
                        values))
                .as(
                        "row %d of %s, as %s version wrote it: %s",
                        id, table, version.name(), content.rows(version.tables()))
                .isTrue();
    }

    /** Both versions find the same rows, and the same values in columns that both know. */
    private void agree() throws SQLException {
        assertThat(seen(young, false)).as("what both versions see").isEqualTo(seen(old, false));
    }

    /**
     * The rows of tables and the values of columns that both versions know, by their names in the old one.
     *
     * @param alone whether that of tables which the other version does not know is seen, too
     */
    Map<String, Map<Integer, Map<String, String>>> seen(Version version, boolean alone) throws SQLException {
        Map<String, Map<Integer, Map<String, String>>> seen = new TreeMap<>();
        content.rows(version.tables()).forEach((table, rows) -> {
            boolean known = version == old ? shared.containsValue(table) : shared.containsKey(table);
            if (known) {
                Map<Integer, Map<String, String>> common = new TreeMap<>();
                rows.forEach((id, values) -> common.put(id, common(version, values)));
                seen.put(version == old ? table : shared.get(table), common);
            } else if (alone) {
                seen.put(table, rows);
            }
        });
        return seen;
    }

    private Map<String, String> common(Version version, Map<String, String> values) {
        Map<String, String> common = new TreeMap<>();
        values.forEach((column, value) -> {
            if (version == old ? shared.containsValue(column) : shared.containsKey(column)) {
                common.put(version == old ? column : shared.get(column), value);
            }
        });
        return common;
    }
}
