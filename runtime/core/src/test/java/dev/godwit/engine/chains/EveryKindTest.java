package dev.godwit.engine.chains;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.date;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.IndexSpec;
import dev.godwit.SchemaChanges;
import dev.godwit.SequenceSpec;
import dev.godwit.TableChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.PurgeTarget;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.introspect.Introspector;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.Version;
import dev.godwit.plan.KeptNames;
import dev.godwit.recording.Recording;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change alone, on tables with rows: up, down and up again, also with rows that come, change and go. */
class EveryKindTest {

    private static final int ROWS = 6;

    private static final Edit BASE = new Edit(
            schema -> {
                schema.createSequence("counter", SequenceSpec.incrementBy(50));
                schema.createTable(
                        "parents", t -> t.column("id", bigint().notNull()).primaryKey("id"));
                schema.createTable(
                        "things",
                        t -> t.column("id", bigint().notNull())
                                .column("name", varchar(20).notNull())
                                .column("parent_id", bigint())
                                .column("amount", numeric(12, 4))
                                .column("seen", timestamp(6))
                                .column("note", varchar(40))
                                .column("state", enumOf("A", "B"))
                                .primaryKey("id")
                                .unique(key("name").named("uk_things_name"))
                                .index("ix_things_amount", "amount")
                                .check(check("amount > 0").named("ck_things_amount")));
                schema.table("things")
                        .addForeignKey(
                                "fk_things_parent", foreignKey("parent_id").references("parents", "id"));
            },
            schema -> {});

    private static Edit onTable(UnaryOperator<TableChanges> up, UnaryOperator<TableChanges> down) {
        return new Edit(schema -> up.apply(schema.table("things")), schema -> down.apply(schema.table("things")));
    }

    private static Map<String, Edit> edits() {
        Map<String, Edit> edits = new LinkedHashMap<>();
        edits.put("createTable", new Edit(EveryKindTest::others, schema -> schema.dropTable("others")));
        edits.put("dropTable", new Edit(schema -> schema.dropTable("things"), EveryKindTest::thingsAgain));
        edits.put(
                "renameTable",
                new Edit(
                        schema -> schema.renameTable("things", "objects"),
                        schema -> schema.renameTable("objects", "things")));
        edits.put(
                "commentTable",
                onTable(
                        t -> t.comment(Optional.empty(), Optional.of("what")),
                        t -> t.comment(Optional.of("what"), Optional.empty())));
        edits.put("addColumn", onTable(t -> t.addColumn("more", varchar(9)), t -> t.dropColumn("more")));
        edits.put(
                "addColumn with a default",
                onTable(t -> t.addColumn("more", bool().notNull().defaultSql("true")), t -> t.dropColumn("more")));
        edits.put(
                "addColumn with values",
                onTable(t -> t.addColumn("more", varchar(30), "concat('more ', name)"), t -> t.dropColumn("more")));
        edits.put("dropColumn", onTable(t -> t.dropColumn("note"), t -> t.addColumn("note", varchar(40))));
        edits.put(
                "renameColumn", onTable(t -> t.renameColumn("note", "remark"), t -> t.renameColumn("remark", "note")));
        edits.put(
                "alterColumn, longer",
                onTable(
                        t -> t.alterColumn("note", varchar(40), varchar(80)),
                        t -> t.alterColumn("note", varchar(80), varchar(40))));
        edits.put(
                "alterColumn, fewer digits",
                onTable(
                        t -> t.alterColumn("amount", numeric(12, 4), numeric(12, 1)),
                        t -> t.alterColumn("amount", numeric(12, 1), numeric(12, 4))));
        edits.put(
                "alterColumn, date of a timestamp",
                onTable(
                        t -> t.alterColumn("seen", timestamp(6), date()),
                        t -> t.alterColumn("seen", date(), timestamp(6))));
        edits.put(
                "alterColumn, converted",
                onTable(
                        t -> t.alterColumn("note", varchar(40), integer(), "char_length(note)"),
                        t -> t.alterColumn("note", integer(), varchar(40), "concat('', note)")));
        edits.put(
                "alterColumn, required",
                onTable(
                        t -> t.alterColumn(
                                "note", varchar(40), varchar(40).notNull().defaultValue("d"), "'none'"),
                        t -> t.alterColumn("note", varchar(40).notNull().defaultValue("d"), varchar(40))));
        edits.put(
                "alterColumn, default and comment",
                onTable(
                        t -> t.alterColumn(
                                "note",
                                varchar(40),
                                varchar(40).defaultValue("d").comment("c")),
                        t -> t.alterColumn("note", varchar(40).defaultValue("d").comment("c"), varchar(40))));
        edits.put(
                "alterColumn, another value",
                onTable(
                        t -> t.alterColumn("state", enumOf("A", "B"), enumOf("A", "B", "C")),
                        t -> t.alterColumn("state", enumOf("A", "B", "C"), enumOf("A", "B"))));
        edits.put(
                "addUnique",
                onTable(
                        t -> t.addUnique(key("id", "name").named("uk2")),
                        t -> t.dropUnique(key("id", "name").named("uk2"))));
        edits.put(
                "dropUnique",
                onTable(
                        t -> t.dropUnique(key("name").named("uk_things_name")),
                        t -> t.addUnique(key("name").named("uk_things_name"))));
        edits.put(
                "addForeignKey",
                onTable(
                        t -> t.addForeignKey("fk2", foreignKey("parent_id").references("parents", "id")),
                        t -> t.dropForeignKey("fk2")));
        edits.put(
                "dropForeignKey",
                onTable(
                        t -> t.dropForeignKey("fk_things_parent"),
                        t -> t.addForeignKey(
                                "fk_things_parent", foreignKey("parent_id").references("parents", "id"))));
        edits.put(
                "addCheck",
                onTable(
                        t -> t.addCheck(check("name <> ''").named("ck2")),
                        t -> t.dropCheck(check("name <> ''").named("ck2"))));
        edits.put(
                "dropCheck",
                onTable(
                        t -> t.dropCheck(check("amount > 0").named("ck_things_amount")),
                        t -> t.addCheck(check("amount > 0").named("ck_things_amount"))));
        edits.put("addIndex", onTable(t -> t.addIndex("ix2", IndexSpec.on("seen")), t -> t.dropIndex("ix2")));
        edits.put(
                "dropIndex",
                onTable(t -> t.dropIndex("ix_things_amount"), t -> t.addIndex("ix_things_amount", "amount")));
        edits.put(
                "another primary key",
                new Edit(
                        schema -> {
                            schema.table("things").dropForeignKey("fk_things_parent");
                            schema.table("parents").dropPrimaryKey();
                        },
                        schema -> {
                            schema.table("parents").addPrimaryKey(key("id"));
                            schema.table("things")
                                    .addForeignKey(
                                            "fk_things_parent",
                                            foreignKey("parent_id").references("parents", "id"));
                        }));
        edits.put(
                "createSequence",
                new Edit(
                        schema -> schema.createSequence("s2", SequenceSpec.incrementBy(1)),
                        schema -> schema.dropSequence("s2")));
        edits.put(
                "dropSequence",
                new Edit(
                        schema -> schema.dropSequence("counter"),
                        schema -> schema.createSequence("counter", SequenceSpec.incrementBy(50))));
        edits.put(
                "renameSequence",
                new Edit(
                        schema -> schema.renameSequence("counter", "s3"),
                        schema -> schema.renameSequence("s3", "counter")));
        edits.put(
                "alterSequence",
                new Edit(
                        schema -> schema.alterSequence(
                                "counter", SequenceSpec.incrementBy(50), SequenceSpec.incrementBy(10)),
                        schema -> schema.alterSequence(
                                "counter", SequenceSpec.incrementBy(10), SequenceSpec.incrementBy(50))));
        edits.put("backfill", onTable(t -> t.backfill("note", "'filled'"), t -> t));
        edits.put(
                "transform",
                new Edit(
                        schema -> schema.transform("things", "id")
                                .read("note")
                                .write("note")
                                .each((row, out) -> out.set(
                                        "note",
                                        row.text("note")
                                                .map(note -> note.toUpperCase(Locale.ROOT))
                                                .orElse("NONE"))),
                        schema -> {}));
        return edits;
    }

    private static void others(SchemaChanges schema) {
        schema.createTable("others", t -> t.column("id", bigint().notNull()).primaryKey("id"));
    }

    private static void thingsAgain(SchemaChanges schema) {
        schema.createTable(
                "things",
                t -> t.column("id", bigint().notNull())
                        .column("name", varchar(20).notNull())
                        .column("parent_id", bigint())
                        .column("amount", numeric(12, 4))
                        .column("seen", timestamp(6))
                        .column("note", varchar(40))
                        .column("state", enumOf("A", "B"))
                        .primaryKey("id")
                        .unique(key("name").named("uk_things_name"))
                        .index("ix_things_amount", "amount")
                        .check(check("amount > 0").named("ck_things_amount")));
        schema.table("things")
                .addForeignKey("fk_things_parent", foreignKey("parent_id").references("parents", "id"));
    }

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    /** What there is: facts of the schema, and rows by their id, for each table that has one. */
    private record Stop(Set<String> schema, Map<String, Map<Long, String>> rows) {

        /** Leaves out what others have done to rows. */
        Map<String, Map<Long, String>> untouched() {
            Map<String, Map<Long, String>> left = new TreeMap<>();
            rows.forEach((table, all) -> {
                Map<Long, String> some = new TreeMap<>(all);
                some.keySet().removeAll(Set.of(2L, 3L, ROWS + 1L));
                left.put(table, some);
            });
            return left;
        }
    }

    private TestDatabase database;
    private Engine engine;

    @ParameterizedTest
    @MethodSource("databases")
    void leadsForthAndBackAndForthAgain(DatabaseKind kind) throws SQLException {
        try (TestDatabase fresh = Databases.fresh(kind)) {
            database = fresh;
            for (Map.Entry<String, Edit> edit : edits().entrySet()) {
                Chained.CHAIN.set(List.of(List.of(BASE), List.of(edit.getValue())));
                engine = Engine.of(
                        new MigrationSource(ledger(), getClass().getClassLoader()),
                        ConnectionSource.of(database.dataSource()),
                        Options.DEFAULT.withPhase(Phase.ALL).withListener(event -> {}));
                engine.migrate(Optional.of(version(1).text()));
                database.execute("delete from things", "delete from parents");
                fill(database);
                lead("%s on %s".formatted(edit.getKey(), kind));
                engine.rollback(RollbackTarget.steps(1));
                engine.purge(PurgeTarget.of(version(2).text()));
                database.execute("delete from godwit_retained");
            }
        }
    }

    private void lead(String edit) throws SQLException {
        Stop before = look(database);
        engine.migrate(Optional.empty());
        Stop after = look(database);
        engine.rollback(RollbackTarget.steps(1));
        assertThat(look(database)).as(edit + ", back").isEqualTo(before);
        engine.migrate(Optional.empty());
        assertThat(look(database)).as(edit + ", again").isEqualTo(after);

        String things = after.rows().containsKey("objects") ? "objects" : "things";
        boolean there = after.rows().containsKey(things);
        if (there) {
            database.execute(
                    "update %s set name = 'changed' where id = 2".formatted(things),
                    "delete from %s where id = 3".formatted(things),
                    "insert into %s (id, name) values (%d, 'new')".formatted(things, ROWS + 1));
        }
        engine.rollback(RollbackTarget.steps(1));
        Stop back = look(database);
        assertThat(back.schema()).as(edit + ", back").isEqualTo(before.schema());
        assertThat(back.untouched()).as(edit + ", back").isEqualTo(before.untouched());
        Map<Long, String> rows = back.rows().get("things");
        assertThat(rows.containsKey(3L)).as(edit).isEqualTo(!there);
        assertThat(rows.containsKey(ROWS + 1L)).as(edit).isEqualTo(there);
        String second = before.rows().get("things").get(2L);
        assertThat(rows.get(2L)).as(edit).isEqualTo(there ? second.replace("n2", "changed") : second);
        engine.migrate(Optional.empty());
        assertThat(look(database).schema()).as(edit + ", again").isEqualTo(after.schema());
        assertThat(look(database).untouched()).as(edit + ", again").isEqualTo(after.untouched());
    }

    private static void fill(TestDatabase database) throws SQLException {
        for (int id = 1; id <= ROWS; id++) {
            database.execute("insert into parents (id) values (%d)".formatted(id));
            database.execute(("insert into things (id, name, parent_id, amount, seen, note, state) values"
                            + " (%1$d, 'n%1$d', %1$d, %1$d.1234, timestamp '2026-01-0%1$d 10:11:12.123456', %2$s, 'A')")
                    .formatted(id, id % 2 == 0 ? "null" : "'note " + id + "'"));
        }
    }

    private static Ledger ledger() {
        Ledger ledger = Ledger.EMPTY;
        for (int place = 1; place <= 2; place++) {
            try {
                Recording recording = Recording.of(
                        Chained.CLASSES.get(place - 1).getDeclaredConstructor().newInstance());
                ledger = ledger.plus(
                        version(place),
                        Chained.CLASSES.get(place - 1).getName(),
                        Fingerprint.of(recording.up(), recording.down()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return ledger;
    }

    private static Version version(int place) {
        return new Version("20260101%06d".formatted(place));
    }

    private static Stop look(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Set<String> schema = Introspector.read(connection, Set.of()).facts().stream()
                    .filter(fact -> !fact.subject().toLowerCase(Locale.ROOT).startsWith("godwit_"))
                    .filter(fact -> !KeptNames.isKept(fact.column()))
                    .map(fact -> fact.kind() + " " + fact.subject() + "." + fact.column() + " " + fact.definition())
                    .collect(Collectors.toCollection(TreeSet::new));
            Map<String, Map<Long, String>> rows = new TreeMap<>();
            for (String table : List.of("parents", "things", "objects", "others")) {
                if (schema.stream()
                        .anyMatch(fact -> fact.toLowerCase(Locale.ROOT).contains(" " + table + "."))) {
                    rows.put(table, rows(connection, table));
                }
            }
            return new Stop(schema, rows);
        }
    }

    private static Map<Long, String> rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table)) {
            Map<Long, String> rows = new TreeMap<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String column = result.getMetaData().getColumnLabel(i);
                    if (!KeptNames.isKept(column)) {
                        values.add(column + "=" + result.getString(i));
                    }
                }
                values.sort(null);
                rows.put(result.getLong("id"), String.join(" ", values));
            }
            return rows;
        }
    }
}
