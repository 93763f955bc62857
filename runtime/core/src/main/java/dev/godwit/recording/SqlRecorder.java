package dev.godwit.recording;

import dev.godwit.SchemaChanges;
import dev.godwit.SqlStep;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.Footprint;
import dev.godwit.change.RunSql;
import dev.godwit.change.RunSql.Resume;
import dev.godwit.change.RunSql.Statement;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Collects what raw SQL declares about itself, until the migration has been recorded. */
final class SqlRecorder implements SqlStep, Pending {

    private final List<String> statements;
    private final Set<DatabaseKind> databases = EnumSet.noneOf(DatabaseKind.class);
    private final Set<Ref> reads = new TreeSet<>();
    private final Set<Ref> writes = new TreeSet<>();
    private Optional<List<Change>> effect = Optional.empty();
    private Resume resume = Resume.UNDECLARED;

    SqlRecorder(List<String> statements) {
        this.statements = List.copyOf(statements);
    }

    @Override
    public Change change() {
        boolean declared = !reads.isEmpty() || !writes.isEmpty();
        return new RunSql(
                statements.stream().map(sql -> new Statement(databases, sql)).toList(),
                effect,
                resume,
                declared ? Optional.of(new Footprint(reads, writes, false)) : Optional.empty());
    }

    @Override
    public SqlStep on(DatabaseKind first, DatabaseKind... more) {
        databases.add(first);
        databases.addAll(List.of(more));
        return this;
    }

    @Override
    public SqlStep effect(Consumer<SchemaChanges> changes) {
        effect = Optional.of(Recorder.record(changes));
        return this;
    }

    @Override
    public SqlStep noSchemaEffect() {
        effect = Optional.of(List.of());
        return this;
    }

    @Override
    public SqlStep idempotent() {
        resume = new Resume(true, resume.doneWhen());
        return this;
    }

    @Override
    public SqlStep doneWhen(String query) {
        resume = new Resume(resume.idempotent(), Optional.of(query));
        return this;
    }

    @Override
    public SqlStep reads(String... places) {
        reads.addAll(refs(places));
        return this;
    }

    @Override
    public SqlStep writes(String... places) {
        writes.addAll(refs(places));
        return this;
    }

    private static List<Ref> refs(String... places) {
        return List.of(places).stream().map(SqlRecorder::ref).toList();
    }

    /** Reads {@code table}, {@code table.column} or {@code schema.table.column}. */
    private static Ref ref(String place) {
        QualifiedName name = QualifiedName.of(place);
        return name.schema()
                .map(table -> Ref.of(new QualifiedName(Optional.empty(), name.catalog(), table), name.name()))
                .orElseGet(() -> Ref.of(new QualifiedName(name.name())));
    }
}
