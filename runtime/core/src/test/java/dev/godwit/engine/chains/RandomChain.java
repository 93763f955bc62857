package dev.godwit.engine.chains;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;

import dev.godwit.ColumnSpec;
import dev.godwit.SchemaChanges;
import dev.godwit.TableChanges;
import dev.godwit.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Edits, one after another, of a model of which it knows which columns a row needs. */
final class RandomChain {

    /** A table: its columns, and what stands on them, each name with its column. */
    record Model(Map<String, Kind> columns, Map<String, String> standing, Map<String, String> parents) {
        static Model empty() {
            return new Model(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        private Model copy() {
            return new Model(new LinkedHashMap<>(columns), new LinkedHashMap<>(standing), new LinkedHashMap<>(parents));
        }
    }

    private final Random random;
    private final Map<String, Model> tables = new LinkedHashMap<>();
    private List<Edit> edits = new ArrayList<>();
    private final Map<String, String> formerNames = new HashMap<>();
    private int names;

    /** Columns whose values the migration replaces, under all of their names: it may do so once. */
    private final Set<String> replaced = new HashSet<>();

    RandomChain(Random random) {
        this.random = random;
    }

    /** The tables after the edits so far. */
    Map<String, Model> tables() {
        Map<String, Model> copy = new LinkedHashMap<>();
        tables.forEach((name, model) -> copy.put(name, model.copy()));
        return copy;
    }

    /** What tables and columns were called before the last migration, where that was something else. */
    Map<String, String> formerNames() {
        return Map.copyOf(formerNames);
    }

    /** Some edits that make one migration. */
    List<Edit> next() {
        return migration(() -> {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                edit();
            }
        });
    }

    /** The edits that somebody makes as one migration. */
    List<Edit> migration(Runnable edited) {
        edits = new ArrayList<>();
        formerNames.clear();
        replaced.clear();
        edited.run();
        return List.copyOf(edits);
    }

    private void edit() {
        if (tables.isEmpty() || random.nextInt(8) == 0) {
            createTable();
            return;
        }
        String table = pick(List.copyOf(tables.keySet()));
        List<String> columns = List.copyOf(tables.get(table).columns().keySet());
        switch (columns.isEmpty() ? 0 : random.nextInt(13)) {
            case 0, 1 -> addColumn(table, Kind.any(random));
            case 2, 3, 4 -> dropColumn(table, pick(columns));
            case 5 -> renameColumn(table, pick(columns));
            case 6 -> {
                if (random.nextBoolean()) {
                    dropTable(table);
                } else {
                    renameTable(table);
                }
            }
            case 7 -> addStanding(table);
            case 8, 9 -> alterColumn(table, pick(columns));
            case 10, 11 -> replaceValues(table, pick(columns));
            default -> addReference(table, pick(List.copyOf(tables.keySet())));
        }
    }

    /** The names of a table's columns, in their order. */
    List<String> columns(String table) {
        return List.copyOf(tables.get(table).columns().keySet());
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String name(String prefix) {
        return prefix + ++names;
    }

    private String renamed(String from, String prefix) {
        String to = name(prefix);
        formerNames.put(to, formerNames.getOrDefault(from, from));
        return to;
    }

    private void say(Edit edit) {
        edits.add(edit);
    }

    private void onTable(String table, UnaryOperator<TableChanges> up, UnaryOperator<TableChanges> down) {
        say(new Edit(schema -> up.apply(schema.table(table)), schema -> down.apply(schema.table(table))));
    }

    private void createTable() {
        Kind[] kinds = new Kind[random.nextInt(5)];
        Arrays.setAll(kinds, i -> Kind.any(random));
        createTable(kinds);
    }

    /** The name of a table that comes with such columns. */
    String createTable(Kind... kinds) {
        String name = name("t");
        Model model = Model.empty();
        for (Kind kind : kinds) {
            model.columns().put(name("c"), kind);
        }
        Map<String, Kind> columns = new LinkedHashMap<>(model.columns());
        tables.put(name, model);
        say(new Edit(schema -> create(schema, name, columns), schema -> schema.dropTable(name)));
        return name;
    }

    private static void create(SchemaChanges schema, String name, Map<String, Kind> columns) {
        schema.createTable(name, table -> {
            table.column("id", Types.bigint().notNull());
            columns.forEach((column, kind) -> table.column(column, kind.spec().get()));
            table.primaryKey("id");
        });
    }

    private void dropTable(String table) {
        tables.forEach((name, model) -> new LinkedHashMap<>(model.parents()).forEach((key, parent) -> {
            if (parent.equals(table)) {
                dropReference(name, key);
            }
        }));
        Model model = tables.get(table);
        new LinkedHashMap<>(model.standing()).keySet().forEach(name -> dropStanding(table, name));
        Map<String, Kind> columns = new LinkedHashMap<>(model.columns());
        tables.remove(table);
        say(new Edit(schema -> schema.dropTable(table), schema -> create(schema, table, columns)));
    }

    String renameTable(String table) {
        String to = renamed(table, "t");
        tables.put(to, tables.remove(table));
        tables.values()
                .forEach(model -> model.parents().replaceAll((key, parent) -> parent.equals(table) ? to : parent));
        say(new Edit(schema -> schema.renameTable(table, to), schema -> schema.renameTable(to, table)));
        return to;
    }

    void addColumn(String table, Kind kind) {
        String name = name("c");
        tables.get(table).columns().put(name, kind);
        onTable(table, t -> add(t, name, kind), t -> t.dropColumn(name));
    }

    private static TableChanges add(TableChanges table, String name, Kind kind) {
        ColumnSpec spec = kind.spec().get();
        return kind.fallback()
                .map(value -> table.addColumn(name, spec, value))
                .orElseGet(() -> table.addColumn(name, spec));
    }

    void dropColumn(String table, String column) {
        Model model = tables.get(table);
        new LinkedHashMap<>(model.standing()).forEach((name, on) -> {
            if (on.equals(column)) {
                dropStanding(table, name);
            }
        });
        Kind kind = model.columns().remove(column);
        onTable(table, t -> t.dropColumn(column), t -> add(t, column, kind));
    }

    void renameColumn(String table, String column) {
        String to = renamed(column, "c");
        Model model = tables.get(table);
        model.columns().put(to, model.columns().remove(column));
        if (replaced.contains(column)) {
            replaced.add(to);
        }
        model.standing().replaceAll((name, on) -> on.equals(column) ? to : on);
        onTable(table, t -> t.renameColumn(column, to), t -> t.renameColumn(to, column));
    }

    /** Another type, where there is one for this kind of column. */
    private void alterColumn(String table, String column) {
        Model model = tables.get(table);
        List<Alteration> alterations = Alteration.of(model.columns().get(column));
        if (alterations.isEmpty() || model.standing().containsValue(column) || !replaced.add(column)) {
            return;
        }
        alterColumn(table, column, alterations.get(random.nextInt(alterations.size())));
    }

    void alterColumn(String table, String column, Alteration alteration) {
        Model model = tables.get(table);
        model.columns().put(column, alteration.to());
        onTable(table, t -> alteration.forward(t, column), t -> alteration.back(t, column));
    }

    /** Other values, which no way back computes from the new ones. */
    private void replaceValues(String table, String column) {
        boolean text = tables.get(table).columns().get(column) == Kind.TEXT;
        if (!text || !replaced.add(column)) {
            return;
        }
        boolean fills = random.nextBoolean();
        tables.get(table).columns().put(column, fills ? Kind.FILLED_TEXT : Kind.NEW_TEXT);
        if (fills) {
            onTable(table, t -> t.backfill(column, "'filled'"), t -> t);
        } else {
            say(new Edit(
                    schema -> schema.transform(table, "id").write(column).each((row, out) -> out.set(column, "new")),
                    schema -> {}));
        }
    }

    /** A unique key on a column of its own, or an index. */
    private void addStanding(String table) {
        Model model = tables.get(table);
        if (random.nextBoolean()) {
            List<String> columns = model.columns().entrySet().stream()
                    .filter(column -> column.getValue().value().apply(1).length() < 10)
                    .map(Map.Entry::getKey)
                    .filter(column -> !model.standing().containsValue(column))
                    .toList();
            if (!columns.isEmpty() && !isLong(model, columns.get(0))) {
                addIndex(table, columns.get(0));
            }
        } else {
            addUnique(table);
        }
    }

    void addIndex(String table, String column) {
        String index = name("ix");
        tables.get(table).standing().put(index, column);
        onTable(table, t -> t.addIndex(index, column), t -> t.dropIndex(index));
    }

    /** A unique key on a column of its own. */
    void addUnique(String table) {
        Model model = tables.get(table);
        addColumn(table, Kind.UNIQUE);
        String column =
                List.copyOf(model.columns().keySet()).get(model.columns().size() - 1);
        String unique = name("uk");
        model.standing().put(unique, column);
        onTable(
                table,
                t -> t.addUnique(key(column).named(unique)),
                t -> t.dropUnique(key(column).named(unique)));
    }

    private static boolean isLong(Model model, String column) {
        return model.columns().get(column).value().apply(1).startsWith("'long");
    }

    private void dropStanding(String table, String name) {
        if (tables.get(table).parents().containsKey(name)) {
            dropReference(table, name);
            return;
        }
        String column = tables.get(table).standing().remove(name);
        if (name.startsWith("uk")) {
            onTable(
                    table,
                    t -> t.dropUnique(key(column).named(name)),
                    t -> t.addUnique(key(column).named(name)));
        } else {
            onTable(table, t -> t.dropIndex(name), t -> t.addIndex(name, column));
        }
    }

    void addReference(String table, String parent) {
        addColumn(table, Kind.REFERENCE);
        Model model = tables.get(table);
        String column =
                List.copyOf(model.columns().keySet()).get(model.columns().size() - 1);
        String name = name("fk");
        model.standing().put(name, column);
        model.parents().put(name, parent);
        onTable(
                table,
                t -> t.addForeignKey(name, foreignKey(column).references(parent, "id")),
                t -> t.dropForeignKey(name));
    }

    private void dropReference(String table, String name) {
        Model model = tables.get(table);
        String column = model.standing().remove(name);
        String parent = model.parents().remove(name);
        onTable(
                table,
                t -> t.dropForeignKey(name),
                t -> t.addForeignKey(name, foreignKey(column).references(parent, "id")));
    }
}
