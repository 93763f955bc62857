package dev.godwit.recording;

import dev.godwit.Transformation;
import dev.godwit.change.Change;
import dev.godwit.change.RowCode;
import dev.godwit.change.Transform;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects a transformation until the migration has been recorded. */
final class TransformationRecorder implements Transformation, Pending {

    private final QualifiedName table;
    private final List<Identifier> key;
    private final boolean forGood;
    private List<Identifier> reads = List.of();
    private List<Identifier> writes = List.of();
    private int revision = 1;
    private Optional<Code> code = Optional.empty();

    /** @param forGood whether what is overwritten is not kept for the way back */
    TransformationRecorder(QualifiedName table, List<Identifier> key, boolean forGood) {
        this.table = table;
        this.key = key;
        this.forGood = forGood;
    }

    @Override
    public Change change() {
        Code given = code.orElseThrow(() ->
                new IllegalStateException("The transformation of %s has no code: call each(…).".formatted(table)));
        List<Identifier> readable = reads;
        List<Identifier> writable = writes;
        RowCode rowCode = (values, others) -> {
            Map<Identifier, Object> written = new HashMap<>();
            given.apply(new ReadRow(table, readable, values), new WrittenRow(table, writable, written));
            return written;
        };
        return new Transform(table, key, reads, writes, List.of(), forGood, revision, rowCode);
    }

    @Override
    public Transformation read(String... columns) {
        reads = Specs.identifiers(List.of(columns));
        return this;
    }

    @Override
    public Transformation write(String... columns) {
        writes = Specs.identifiers(List.of(columns));
        return this;
    }

    @Override
    public Transformation revision(int number) {
        revision = number;
        return this;
    }

    @Override
    public Transformation each(Code given) {
        code = Optional.of(given);
        return this;
    }

    private record ReadRow(QualifiedName table, List<Identifier> readable, Map<Identifier, Object> values)
            implements Row {
        @Override
        public <T> Optional<T> get(String column, Class<T> type) {
            Identifier name = Identifier.of(column);
            if (!readable.contains(name)) {
                throw new IllegalArgumentException(
                        "The transformation of %s reads %s, not %s.".formatted(table, readable, column));
            }
            return Optional.ofNullable(values.get(name)).map(value -> JavaValue.as(type, value));
        }
    }

    private record WrittenRow(QualifiedName table, List<Identifier> writable, Map<Identifier, Object> values)
            implements Output {
        @Override
        public Output set(String column, Object value) {
            Identifier name = Identifier.of(column);
            if (!writable.contains(name)) {
                throw new IllegalArgumentException(
                        "The transformation of %s writes %s, not %s.".formatted(table, writable, column));
            }
            values.put(name, value);
            return this;
        }
    }
}
