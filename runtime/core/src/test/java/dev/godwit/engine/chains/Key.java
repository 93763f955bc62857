package dev.godwit.engine.chains;

import dev.godwit.ColumnSpec;
import dev.godwit.Types;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The primary key of a table each of whose rows is known by a number, whatever columns say it. */
record Key(Form form, List<String> columns) {

    static final Key PLAIN = new Key(Form.NUMBER, List.of("id"));

    /** What a key is made of; the digits at the end of its first column are the row's number. */
    enum Form {
        NUMBER(new Part(Types::bigint, Integer::toString)),
        GENERATED(new Part(Types.bigint()::identity, Integer::toString)),
        UUID(new Part(Types::uuid, row -> "'00000000-0000-0000-0000-%012d'".formatted(row))),
        TEXT(new Part(() -> Types.varchar(20), row -> "'k" + row + "'")),
        PAIR(
                new Part(Types::integer, Integer::toString),
                new Part(() -> Types.varchar(9), row -> "'p" + row % 3 + "'"));

        private final List<Part> parts;

        Form(Part... parts) {
            this.parts = List.of(parts);
        }
    }

    private record Part(Supplier<ColumnSpec> spec, IntFunction<String> value) {}

    static Key any(Random random) {
        Form form = random.nextBoolean() ? Form.NUMBER : Form.values()[random.nextInt(Form.values().length)];
        return new Key(form, form.parts.size() == 1 ? List.of("id") : List.of("id", "sub"));
    }

    /** The same for parts of rows with this key. */
    Key ofParts(Supplier<String> names) {
        Form other = form == Form.GENERATED ? Form.NUMBER : form;
        return new Key(other, form.parts.stream().map(part -> names.get()).toList());
    }

    Key {
        columns = List.copyOf(columns);
    }

    ColumnSpec spec(int column) {
        return form.parts.get(column).spec().get().notNull();
    }

    String[] names() {
        return columns.toArray(String[]::new);
    }

    List<String> values(int row) {
        return form.parts.stream().map(part -> part.value().apply(row)).toList();
    }

    String where(int row) {
        List<String> values = values(row);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " = " + values.get(i))
                .collect(Collectors.joining(" and "));
    }

    /** @param first what the database says of the first column */
    static int row(String first) {
        return Integer.parseInt(first.replaceFirst("^.*\\D", ""));
    }

    Key renamed(String from, String to) {
        return new Key(form, Names.renamed(columns, from, to));
    }
}
