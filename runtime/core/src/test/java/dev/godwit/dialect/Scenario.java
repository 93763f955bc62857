package dev.godwit.dialect;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.Change;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateStruct;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DatabaseKind;
import dev.godwit.recording.Recording;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Changes of the small shop that {@link Shop} describes.
 *
 * @param databases where the change is possible
 */
record Scenario(String name, List<Change> changes, Set<DatabaseKind> databases) {

    static Scenario of(String name, Consumer<SchemaChanges> changes) {
        return new Scenario(name, record(changes), EnumSet.allOf(DatabaseKind.class));
    }

    Scenario on(DatabaseKind first, DatabaseKind... more) {
        return new Scenario(name, changes, EnumSet.of(first, more));
    }

    Schema before() {
        return replay(Shop.changes(), Schema.EMPTY);
    }

    Schema after() {
        return replay(changes, before());
    }

    /** What leads back. */
    List<Change> inverse() {
        List<Change> inverse = new ArrayList<>();
        Schema schema = before();
        for (Change change : changes) {
            inverse.addAll(0, change.inverse(schema));
            schema = change.apply(schema);
        }
        return inverse;
    }

    /** The changes that make a schema out of nothing. */
    static List<Change> creating(Schema schema) {
        List<Change> changes = new ArrayList<>();
        schema.structs().values().forEach(struct -> changes.add(new CreateStruct(struct)));
        schema.sequences().values().forEach(sequence -> changes.add(new CreateSequence(sequence)));
        for (Table table : schema.tables().values()) {
            changes.add(new CreateTable(table.withForeignKeys(Set.of())));
        }
        for (Table table : schema.tables().values()) {
            table.foreignKeys().forEach(key -> changes.add(new AddForeignKey(table.name(), key)));
        }
        return changes;
    }

    static Schema replay(List<Change> changes, Schema before) {
        Schema schema = before;
        for (Change change : changes) {
            schema = change.apply(schema);
        }
        return schema;
    }

    static List<Change> record(Consumer<SchemaChanges> changes) {
        return Recording.of(new Migration() {
                    @Override
                    public void up(SchemaChanges schema) {
                        changes.accept(schema);
                    }

                    @Override
                    public void down(SchemaChanges schema) {}
                })
                .up();
    }

    @Override
    public String toString() {
        return name;
    }
}
