package dev.godwit.recording;

import dev.godwit.ColumnHandle;
import dev.godwit.RowTransformation;
import dev.godwit.TableHandle;
import dev.godwit.change.Change;
import dev.godwit.change.RowTarget;
import dev.godwit.change.RowTarget.Kind;
import dev.godwit.change.Transform;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects a transformation of typed rows until the migration has been recorded. */
final class RowTransformationRecorder<T extends TableHandle<T>> implements RowTransformation<T>, Pending {

    private final QualifiedName table;
    private final List<Identifier> key;
    private final boolean forGood;
    private final List<Identifier> reads = new ArrayList<>();
    private final List<Identifier> writes = new ArrayList<>();
    private final List<RowTarget> targets = new ArrayList<>();
    private int revision = 1;
    private Optional<Code<T>> code = Optional.empty();

    /** @param forGood whether what is overwritten is not kept for the way back */
    RowTransformationRecorder(T table, boolean forGood) {
        this.forGood = forGood;
        this.table = QualifiedName.of(table.tableName());
        this.key = names(table.primaryKey());
    }

    private static List<Identifier> names(List<? extends ColumnHandle<?, ?>> columns) {
        return columns.stream().map(ColumnHandle::name).map(Identifier::of).toList();
    }

    @Override
    public Change change() {
        Code<T> given = code.orElseThrow(() ->
                new IllegalStateException("The transformation of %s has no code: call each(…).".formatted(table)));
        List<Identifier> readable = List.copyOf(reads);
        List<Identifier> writable = List.copyOf(writes);
        List<RowTarget> declared = List.copyOf(targets);
        return new Transform(table, key, readable, writable, declared, forGood, revision, (values, others) -> {
            WrittenRows<T> out = new WrittenRows<>(table, writable, declared);
            given.apply(new TypedRow<>(table, readable, values), out);
            out.others().forEach(others);
            return out.own();
        });
    }

    @Override
    public RowTransformation<T> read(List<? extends ColumnHandle<T, ?>> columns) {
        reads.addAll(names(columns));
        return this;
    }

    @Override
    public RowTransformation<T> write(List<? extends ColumnHandle<T, ?>> columns) {
        writes.addAll(names(columns));
        return this;
    }

    @Override
    public <U extends TableHandle<U>> RowTransformation<T> insert(U other, List<? extends ColumnHandle<U, ?>> columns) {
        return target(Kind.INSERT, other, List.of(), columns);
    }

    @Override
    public <U extends TableHandle<U>> RowTransformation<T> upsert(U other, List<? extends ColumnHandle<U, ?>> columns) {
        return target(Kind.UPSERT, other, other.primaryKey(), columns);
    }

    @Override
    public <U extends TableHandle<U>> RowTransformation<T> update(
            U other, List<? extends ColumnHandle<U, ?>> by, List<? extends ColumnHandle<U, ?>> columns) {
        return target(Kind.UPDATE, other, by, columns);
    }

    @Override
    public <U extends TableHandle<U>> RowTransformation<T> delete(U other, List<? extends ColumnHandle<U, ?>> by) {
        return target(Kind.DELETE, other, by, List.of());
    }

    private RowTransformation<T> target(
            Kind kind,
            TableHandle<?> other,
            List<? extends ColumnHandle<?, ?>> by,
            List<? extends ColumnHandle<?, ?>> columns) {
        RowTarget target = new RowTarget(kind, QualifiedName.of(other.tableName()), names(by), names(columns));
        if (targets.stream()
                .anyMatch(each -> each.kind() == kind && each.table().equals(target.table()))) {
            throw new IllegalArgumentException("The transformation of %s declares twice: %s.".formatted(table, target));
        }
        targets.add(target);
        return this;
    }

    @Override
    public RowTransformation<T> revision(int number) {
        revision = number;
        return this;
    }

    @Override
    public RowTransformation<T> each(Code<T> given) {
        code = Optional.of(given);
        return this;
    }
}
