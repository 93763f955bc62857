package dev.godwit.testing;

import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Column.Generated;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Random columns and types of every kind. */
final class RandomColumns {

    private static final List<String> TEXTS = List.of(
            "plain", "it's", "a \"quoted\" word", "back\\slash", "ümläut 漢字 🦆", "two\nlines", "$L and %s", "a;b -- c");

    private final Random random;

    RandomColumns(Random random) {
        this.random = random;
    }

    Column column(Identifier name, Set<QualifiedName> structs) {
        Column column = Column.of("any", type(structs, 2)).withName(name).withNullable(random.nextBoolean());
        return switch (random.nextInt(9)) {
            case 0 -> column.withDefault(Optional.of("'" + text().replace("'", "''") + "'"));
            case 1 ->
                column.withGenerated(Optional.of(new Generated("1 + " + random.nextInt(9), random.nextBoolean())));
            case 2 -> column.withComment(Optional.of(text()));
            case 3 -> column.plus(check()).withComment(Optional.of(text()));
            case 4 ->
                column.withCollation(Optional.of("C")).withOptions(Optional.of("/* " + random.nextInt(9) + " */"));
            default -> column;
        };
    }

    Check check() {
        return new Check(
                maybe(Identifier.of("ck_" + random.nextInt(1000))),
                random.nextInt(9) + " < " + random.nextInt(100),
                maybe("/* " + text().replace("*/", "") + " */"));
    }

    String text() {
        return pick(TEXTS);
    }

    <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.of(value) : Optional.empty();
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private OptionalInt maybeDigits() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt(10)) : OptionalInt.empty();
    }

    Type keyType() {
        return switch (random.nextInt(3)) {
            case 0 -> new Simple(Simple.Kind.BIGINT);
            case 1 -> new Simple(Simple.Kind.UUID);
            default -> new Sized(Sized.Kind.VARCHAR, 10L + random.nextInt(50));
        };
    }

    Type type(Set<QualifiedName> structs, int depth) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Simple(pick(List.of(Simple.Kind.values())));
            case 3, 4 -> new Sized(pick(List.of(Sized.Kind.values())), 1L + random.nextInt(70_000));
            case 5 -> new Type.Numeric(1 + random.nextInt(38), random.nextInt(5));
            case 6 -> new Temporal(pick(List.of(Temporal.Kind.values())), maybeDigits());
            case 7 -> enumOf();
            case 8 -> depth == 0 ? new Type.Float(24) : new Type.ArrayOf(type(structs, depth - 1), maybeDigits());
            default ->
                structs.isEmpty() || random.nextBoolean()
                        ? new Type.Native("tsvector(" + random.nextInt(5) + ")")
                        : new Type.StructOf(pick(structs.stream().sorted().toList()));
        };
    }

    private Type enumOf() {
        EnumOf.Storage storage = pick(List.of(EnumOf.Storage.values()));
        boolean named = storage == EnumOf.Storage.NAMED_TYPE || storage == EnumOf.Storage.NAMED_ORDINAL_TYPE;
        List<String> values = random.nextBoolean() ? List.of("A", "B") : List.of("A", "B", "C");
        return new EnumOf(storage, values, 255, named ? Optional.of(QualifiedName.of("an_enum")) : Optional.empty());
    }
}
