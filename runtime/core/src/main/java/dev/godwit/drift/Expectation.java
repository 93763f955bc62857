package dev.godwit.drift;

import dev.godwit.change.Change;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateStruct;
import dev.godwit.change.CreateTable;
import dev.godwit.dialect.standard.NamedTypes;
import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Kind;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The facts that a schema gives on a server: what the server prints of the same things made beside. */
final class Expectation {

    private final Schema schema;
    private final Subjects subjects;
    private final Scratch scratch;
    private final Map<String, UnaryOperator<Fact>> ways = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> managed = new HashSet<>();
    private final List<String> notPrinted = new ArrayList<>();

    private Expectation(Schema schema, Subjects subjects, Scratch scratch) {
        this.schema = schema;
        this.subjects = subjects;
        this.scratch = scratch;
    }

    /**
     * What is expected.
     *
     * @param facts all that a database of this schema has
     * @param subjects what the schema knows, whether or not there are facts about it
     * @param notPrinted messages about what the server would not create
     */
    record Printed(LiveSchema facts, Set<String> subjects, List<String> notPrinted) {}

    /** @param live what is there: of a thing that is missing it is enough to expect it at all */
    static Printed of(Schema schema, LiveSchema live, Subjects subjects, Scratch scratch) throws SQLException {
        Expectation expectation = new Expectation(schema, subjects, scratch);
        expectation.print(live);
        return new Printed(new LiveSchema(expectation.facts), expectation.managed, expectation.notPrinted);
    }

    private void print(LiveSchema live) throws SQLException {
        Map<String, List<Fact>> present = live.bySubject();
        for (Table table : schema.tables().values()) {
            String subject = subjects.of(table.name());
            managed.add(subject);
            if (present.containsKey(subject)) {
                ScratchTable copy = new ScratchTable(scratch, subjects.dialect(), table);
                if (create(subject, new CreateTable(copy.table()))) {
                    ways.put(subjects.of(copy.table().name()), fact -> copy.back(fact, subject));
                    facts.addAll(new ForeignKeyFacts(subjects).of(table, present.get(subject)));
                }
            } else {
                facts.add(Fact.of(Kind.TABLE, subject, "", ""));
            }
        }
        for (Sequence sequence : schema.sequences().values()) {
            String subject = subjects.of(sequence.name());
            managed.add(subject);
            if (present.containsKey(subject)) {
                QualifiedName name = scratch.name(sequence.name());
                moved(name, subject, new CreateSequence(sequence.withName(name)));
            } else {
                facts.add(Fact.of(Kind.SEQUENCE, subject, "", ""));
            }
        }
        for (Struct struct : schema.structs().values()) {
            QualifiedName name = scratch.name(struct.name());
            moved(name, subjects.of(struct.name()), new CreateStruct(new Struct(name, struct.attributes())));
        }
        namedTypes();
        for (Fact fact : scratch.read(subjects.namespaces(schema)).facts()) {
            UnaryOperator<Fact> way = ways.get(fact.subject());
            if (way != null) {
                facts.add(way.apply(fact));
            }
        }
    }

    /** An enum type is made with a table that has it. */
    private void namedTypes() throws SQLException {
        Map<QualifiedName, Type.EnumOf> types = new HashMap<>();
        schema.tables()
                .values()
                .forEach(table -> types.putAll(NamedTypes.of(table.columns().values())));
        for (Map.Entry<QualifiedName, Type.EnumOf> type : types.entrySet()) {
            QualifiedName name = scratch.name(type.getKey());
            Type.EnumOf values = type.getValue();
            Table user = Table.of(
                    scratch.name(type.getKey()),
                    List.of(Column.of(
                            "v",
                            new Type.EnumOf(values.storage(), values.values(), values.length(), Optional.of(name)))));
            moved(name, subjects.of(type.getKey()), new CreateTable(user));
        }
    }

    private void moved(QualifiedName from, String subject, Change creation) throws SQLException {
        if (create(subject, creation)) {
            ways.put(subjects.of(from), fact -> fact.withSubject(subject));
        }
    }

    private boolean create(String subject, Change creation) {
        try {
            scratch.create(creation);
            return true;
        } catch (SQLException e) {
            notPrinted.add(DriftMessages.notPrinted(subject, e.getMessage().strip()));
            return false;
        }
    }
}
