package dev.godwit.engine.chains;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;

import dev.godwit.ColumnSpec;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import dev.godwit.TableChanges;
import dev.godwit.change.DatabaseKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Edits, one after another, of a model of which it knows which columns a row needs. */
final class RandomChain {

    private final DatabaseKind database;
    private final Random random;
    private final Map<String, Model> tables = new LinkedHashMap<>();
    private final Keeping keeping = new Keeping();
    private List<Edit> edits = new ArrayList<>();
    private final Map<String, String> formerNames = new HashMap<>();

    /** What was renamed, and the name that it got. */
    private final Map<String, String> names = new HashMap<>();

    private int lastName;

    /** Columns whose values the migration replaces, under all of their names: it may do so once. */
    private final Set<String> replaced = new HashSet<>();

    /** Columns that the migration adds. */
    private final Set<String> added = new HashSet<>();

    RandomChain(DatabaseKind database, Random random) {
        this.database = database;
        this.random = random;
    }

    /** The tables after the edits so far. */
    Map<String, Model> tables() {
        Map<String, Model> copy = new LinkedHashMap<>();
        tables.forEach((name, model) -> copy.put(name, model.copy()));
        return copy;
    }

    /** What an application knows after the edits so far. */
    Version before() {
        return keeping.version("the old", tables(), Map.of());
    }

    /** The same; what it has in common with the one before the last migration has that one's name, too. */
    Version after() {
        return keeping.version("the new", tables(), formerNames);
    }

    Keeping keeping() {
        return keeping;
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
        added.clear();
        edited.run();
        return List.copyOf(edits);
    }

    Model model(String table) {
        return tables.get(table);
    }

    void table(String name, Optional<Model> model) {
        model.ifPresentOrElse(known -> tables.put(name, known), () -> tables.remove(name));
    }

    /** Once in a while what another one might do at the same time. */
    void perhapsEdit() {
        if (random.nextInt(4) == 0) {
            edit();
        }
    }

    void edit() {
        if (tables.isEmpty() || random.nextInt(8) == 0) {
            createTable();
            return;
        }
        String table = pick(List.copyOf(tables.keySet()));
        List<String> columns = List.copyOf(tables.get(table).columns().keySet());
        if (keeping.isClosed(table)) {
            return;
        }
        switch (columns.isEmpty() ? 0 : random.nextInt(13)) {
            case 0, 1 -> addColumn(table, Kind.any(random));
            case 2, 3, 4 -> {
                String column = pick(columns);
                if (!keeping.isHeld(column) && !added.contains(column)) {
                    dropColumn(table, column);
                }
            }
            case 5 -> {
                if (random.nextInt(4) == 0) {
                    renameKey(table);
                } else {
                    renameColumn(table, pick(columns));
                }
            }
            case 6 -> {
                if (random.nextBoolean() && !keeping.isHeld(table)) {
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

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    String name(String prefix) {
        return prefix + ++lastName;
    }

    private String renamed(String from, String prefix) {
        String to = name(prefix);
        formerNames.put(to, formerNames.getOrDefault(from, from));
        keeping.rename(from, to);
        names.put(from, to);
        return to;
    }

    /** What a table or column is called now that had this name once. */
    String now(String name) {
        String now = name;
        while (names.containsKey(now)) {
            now = names.get(now);
        }
        return now;
    }

    void say(Edit edit) {
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
        return createTable(Key.PLAIN, kinds);
    }

    String createTable(Key key, Kind... kinds) {
        String name = name("t");
        Model model = Model.of(key);
        for (Kind kind : kinds) {
            model.columns().put(name("c"), kind);
        }
        addTable(name, model);
        return name;
    }

    /** A table with nothing but its columns and its key. */
    void addTable(String name, Model model) {
        Model columns = model.copy();
        tables.put(name, model);
        say(new Edit(schema -> create(schema, name, columns), schema -> schema.dropTable(name)));
    }

    private static void create(SchemaChanges schema, String name, Model model) {
        schema.createTable(name, table -> define(table, model));
    }

    static void define(NewTable table, Model model) {
        for (int i = 0; i < model.key().columns().size(); i++) {
            table.column(model.key().columns().get(i), model.key().spec(i));
        }
        model.columns()
                .forEach((column, kind) -> table.column(column, kind.spec().get()));
        table.primaryKey(model.key().names());
    }

    private void dropTable(String table) {
        tables.forEach((name, model) -> new LinkedHashMap<>(model.parents()).forEach((key, parent) -> {
            if (parent.equals(table)) {
                dropReference(name, key);
            }
        }));
        Model model = tables.get(table);
        dropStandings(table);
        Model columns = model.copy();
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

    /** The name that the column has. */
    String addColumn(String table, Kind kind) {
        String name = name("c");
        tables.get(table).columns().put(name, kind);
        added.add(name);
        onTable(table, t -> add(t, name, kind), t -> t.dropColumn(name));
        return name;
    }

    private TableChanges add(TableChanges table, String name, Kind kind) {
        ColumnSpec spec = kind.spec().get();
        return kind.fallback()
                .map(value -> table.addColumn(name, spec, Uuids.sql(database, value)))
                .orElseGet(() -> table.addColumn(name, spec));
    }

    void dropColumn(String table, String column) {
        dropStandings(table, column);
        Model model = tables.get(table);
        Kind kind = model.columns().remove(column);
        onTable(table, t -> t.dropColumn(column), t -> add(t, column, kind));
    }

    void renameColumn(String table, String column) {
        String to = renamed(column, "c");
        Model model = tables.get(table);
        Map<String, Kind> columns = new LinkedHashMap<>(model.columns());
        model.columns().clear();
        columns.forEach((name, kind) -> model.columns().put(Names.renamed(name, column, to), kind));
        if (replaced.contains(column)) {
            replaced.add(to);
        }
        model.standing().replaceAll((name, on) -> on.equals(column) ? to : on);
        onTable(table, t -> t.renameColumn(column, to), t -> t.renameColumn(to, column));
    }

    void renameKey(String table) {
        Model model = tables.get(table);
        String column = model.key().columns().get(0);
        String to = name("k");
        tables.put(table, model.with(model.key().renamed(column, to)));
        onTable(table, t -> t.renameColumn(column, to), t -> t.renameColumn(to, column));
    }

    /** Another type, where there is one for this kind of column. */
    private void alterColumn(String table, String column) {
        Model model = tables.get(table);
        List<Alteration> alterations = Alteration.of(model.columns().get(column));
        if (alterations.isEmpty()
                || keeping.isHeld(column)
                || model.standing().containsValue(column)
                || !replaced.add(column)) {
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
        boolean held =
                keeping.isHeld(column) || tables.get(table).key().columns().size() > 1;
        if (!text || held || !replaced.add(column)) {
            return;
        }
        boolean fills = random.nextBoolean();
        tables.get(table).columns().put(column, fills ? Kind.FILLED_TEXT : Kind.NEW_TEXT);
        if (fills) {
            onTable(table, t -> t.backfill(column, "'filled'"), t -> t);
        } else {
            String key = tables.get(table).key().columns().get(0);
            say(new Edit(
                    schema -> schema.transform(table, key).write(column).each((row, out) -> out.set(column, "new")),
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

    void dropStandings(String table) {
        List.copyOf(tables.get(table).standing().keySet()).forEach(name -> dropStanding(table, name));
    }

    void dropStandings(String table, String column) {
        new LinkedHashMap<>(tables.get(table).standing()).forEach((name, on) -> {
            if (on.equals(column)) {
                dropStanding(table, name);
            }
        });
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
        Key.Form form = tables.get(parent).key().form();
        if (form != Key.Form.NUMBER && form != Key.Form.GENERATED || keeping.isPart(parent)) {
            return;
        }
        String key = tables.get(parent).key().columns().get(0);
        addColumn(table, Kind.REFERENCE);
        Model model = tables.get(table);
        String column =
                List.copyOf(model.columns().keySet()).get(model.columns().size() - 1);
        String name = name("fk");
        model.standing().put(name, column);
        model.parents().put(name, parent);
        onTable(
                table,
                t -> t.addForeignKey(name, foreignKey(column).references(parent, key)),
                t -> t.dropForeignKey(name));
    }

    private void dropReference(String table, String name) {
        Model model = tables.get(table);
        String column = model.standing().remove(name);
        String parent = model.parents().remove(name);
        String key = tables.get(parent).key().columns().get(0);
        onTable(
                table,
                t -> t.dropForeignKey(name),
                t -> t.addForeignKey(name, foreignKey(column).references(parent, key)));
    }
}
