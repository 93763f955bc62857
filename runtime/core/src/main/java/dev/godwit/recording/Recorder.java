package dev.godwit.recording;

import dev.godwit.DeclaredRows;
import dev.godwit.MovedValues;
import dev.godwit.NewStruct;
import dev.godwit.NewTable;
import dev.godwit.RowTransformation;
import dev.godwit.SchemaChanges;
import dev.godwit.SequenceSpec;
import dev.godwit.SqlStep;
import dev.godwit.TableChanges;
import dev.godwit.TableHandle;
import dev.godwit.Transformation;
import dev.godwit.change.AlterSequence;
import dev.godwit.change.Change;
import dev.godwit.change.Checkpoint;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateStruct;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropSequence;
import dev.godwit.change.DropStruct;
import dev.godwit.change.DropTable;
import dev.godwit.change.NoWayBack;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Records changes in the order in which they are said. */
final class Recorder implements SchemaChanges {

    private final List<Pending> recorded;
    private final boolean forGood;

    private Recorder(List<Pending> recorded, boolean forGood) {
        this.recorded = recorded;
        this.forGood = forGood;
    }

    /** What this code records. */
    static List<Change> record(Consumer<SchemaChanges> code) {
        Recorder recorder = new Recorder(new ArrayList<>(), false);
        code.accept(recorder);
        return recorder.recorded.stream().map(Pending::change).toList();
    }

    private void add(Change change) {
        recorded.add(() -> change);
    }

    @Override
    public TableChanges table(String name) {
        return new TableRecorder(QualifiedName.of(name), forGood, this::add);
    }

    @Override
    public SchemaChanges dropForGood() {
        return new Recorder(recorded, true);
    }

    @Override
    public void createTable(String name, Consumer<NewTable> definition) {
        TableDefinition table = new TableDefinition(name);
        definition.accept(table);
        add(new CreateTable(table.table()));
    }

    @Override
    public void dropTable(String name) {
        add(new DropTable(QualifiedName.of(name), forGood));
    }

    @Override
    public void rows(String table, Consumer<DeclaredRows> definition) {
        add(RowsDefinition.of(table, definition));
    }

    @Override
    public void backup(String... tables) {
        add(Checkpoint.backup(Arrays.stream(tables).map(QualifiedName::of).toList()));
    }

    @Override
    public void verify(String what, String query) {
        add(Checkpoint.verify(what, query));
    }

    @Override
    public void verifyUnchanged(String table, String... columns) {
        add(Checkpoint.verifyUnchanged(
                QualifiedName.of(table),
                Arrays.stream(columns).map(Identifier::of).toList()));
    }

    @Override
    public void noWayBack(String why) {
        add(new NoWayBack(why));
    }

    @Override
    public void renameTable(String from, String to) {
        add(new RenameTable(QualifiedName.of(from), QualifiedName.of(to)));
    }

    @Override
    public void createSequence(String name, SequenceSpec definition) {
        add(new CreateSequence(Specs.sequence(name, definition)));
    }

    @Override
    public void dropSequence(String name) {
        add(new DropSequence(QualifiedName.of(name)));
    }

    @Override
    public void renameSequence(String from, String to) {
        add(new RenameSequence(QualifiedName.of(from), QualifiedName.of(to)));
    }

    @Override
    public void alterSequence(String name, SequenceSpec from, SequenceSpec to) {
        add(new AlterSequence(Specs.sequence(name, from), Specs.sequence(name, to)));
    }

    @Override
    public void createStruct(String name, Consumer<NewStruct> definition) {
        add(new CreateStruct(StructDefinition.of(name, definition)));
    }

    @Override
    public void dropStruct(String name, Consumer<NewStruct> definition) {
        add(new DropStruct(StructDefinition.of(name, definition)));
    }

    @Override
    public void moveValues(String from, String to, Consumer<MovedValues> move) {
        add(MoveDefinition.of(from, to, move));
    }

    @Override
    public SqlStep sql(String... statements) {
        SqlRecorder sql = new SqlRecorder(List.of(statements));
        recorded.add(sql);
        return sql;
    }

    @Override
    public Transformation transform(String table, String... key) {
        TransformationRecorder transformation =
                new TransformationRecorder(QualifiedName.of(table), Specs.identifiers(List.of(key)), forGood);
        recorded.add(transformation);
        return transformation;
    }

    @Override
    public <T extends TableHandle<T>> RowTransformation<T> transform(T table) {
        RowTransformationRecorder<T> transformation = new RowTransformationRecorder<>(table, forGood);
        recorded.add(transformation);
        return transformation;
    }
}
