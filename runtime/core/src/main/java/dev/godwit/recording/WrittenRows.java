package dev.godwit.recording;

import dev.godwit.ColumnHandle;
import dev.godwit.RowTransformation.Output;
import dev.godwit.RowTransformation.Values;
import dev.godwit.TableHandle;
import dev.godwit.change.RowOperation;
import dev.godwit.change.RowTarget;
import dev.godwit.change.RowTarget.Kind;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What code writes for one row: columns of the row itself, and other rows in their order. */
final class WrittenRows<T extends TableHandle<T>> implements Output<T> {

    private record Other<U extends TableHandle<U>>(RowTarget target, Map<Identifier, Object> values)
            implements Values<U> {
        @Override
        public <V> Values<U> set(ColumnHandle<U, V> column, V value) {
            Identifier name = Identifier.of(column.name());
            if (target.all().noneMatch(name::equals)) {
                throw new IllegalArgumentException(
                        "What is declared to %s does not hold the column %s.".formatted(target, name));
            }
            values.put(name, value);
            return this;
        }
    }

    private final QualifiedName table;
    private final List<Identifier> writable;
    private final List<RowTarget> targets;
    private final Map<Identifier, Object> own = new HashMap<>();
    private final List<Other<?>> others = new ArrayList<>();

    WrittenRows(QualifiedName table, List<Identifier> writable, List<RowTarget> targets) {
        this.table = table;
        this.writable = writable;
        this.targets = targets;
    }

    Map<Identifier, Object> own() {
        return own;
    }

    List<RowOperation> others() {
        return others.stream()
                .map(other -> new RowOperation(other.target(), other.values()))
                .toList();
    }

    @Override
    public <V> Output<T> set(ColumnHandle<T, V> column, V value) {
        Identifier name = Identifier.of(column.name());
        if (!writable.contains(name)) {
            throw new IllegalArgumentException(
                    "The transformation of %s writes %s, not %s.".formatted(table, writable, name));
        }
        own.put(name, value);
        return this;
    }

    @Override
    public <U extends TableHandle<U>> Values<U> insert(U other) {
        return begun(Kind.INSERT, other);
    }

    @Override
    public <U extends TableHandle<U>> Values<U> upsert(U other) {
        return begun(Kind.UPSERT, other);
    }

    @Override
    public <U extends TableHandle<U>> Values<U> update(U other) {
        return begun(Kind.UPDATE, other);
    }

    @Override
    public <U extends TableHandle<U>> Values<U> delete(U other) {
        return begun(Kind.DELETE, other);
    }

    private <U extends TableHandle<U>> Values<U> begun(Kind kind, U other) {
        QualifiedName name = QualifiedName.of(other.tableName());
        RowTarget target = targets.stream()
                .filter(each -> each.kind() == kind && each.table().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The transformation of %s does not declare to %s %s.".formatted(table, kind, name)));
        Other<U> row = new Other<>(target, new HashMap<>());
        others.add(row);
        return row;
    }
}
