package dev.godwit.recording;

import dev.godwit.CheckSpec;
import dev.godwit.ForeignKeySpec;
import dev.godwit.IndexSpec;
import dev.godwit.KeySpec;
import dev.godwit.SequenceSpec;
import dev.godwit.schema.Check;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.UniqueKey;
import java.util.List;

/** What the vocabulary of migrations means in the model. */
final class Specs {

    private Specs() {}

    static List<Identifier> identifiers(List<String> names) {
        return names.stream().map(Identifier::of).toList();
    }

    static PrimaryKey primaryKey(KeySpec key) {
        if (key.options().isPresent()) {
            throw new IllegalArgumentException("A primary key takes no options.");
        }
        return new PrimaryKey(key.name().map(Identifier::of), identifiers(key.columns()));
    }

    static UniqueKey uniqueKey(KeySpec key) {
        return new UniqueKey(
                key.name().map(Identifier::of),
                identifiers(key.columns()),
                key.options(),
                key.impliedName().map(Identifier::of));
    }

    static ForeignKey foreignKey(String name, ForeignKeySpec key) {
        return new ForeignKey(
                Identifier.of(name),
                identifiers(key.columns()),
                QualifiedName.of(key.referencedTable()),
                identifiers(key.referencedColumns()),
                key.onDelete(),
                key.definition(),
                key.options());
    }

    static Check check(CheckSpec check) {
        return new Check(check.name().map(Identifier::of), check.expression(), check.options());
    }

    static Index index(String name, IndexSpec index) {
        return new Index(Identifier.of(name), index.parts(), index.isUnique(), index.type(), index.options());
    }

    static Sequence sequence(String name, SequenceSpec sequence) {
        return new Sequence(QualifiedName.of(name), sequence.start(), sequence.increment(), sequence.options());
    }
}
