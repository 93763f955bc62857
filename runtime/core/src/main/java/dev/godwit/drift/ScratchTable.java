package dev.godwit.drift;

import dev.godwit.dialect.Dialect;
import dev.godwit.introspect.Fact;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table of the model under names that nothing has, and the way back from what is read of it to the model's names.
 * Without its foreign keys: they would lock what they refer to.
 */
final class ScratchTable {

    private final Scratch scratch;
    private final Dialect dialect;
    private final Table original;
    private final Table table;

    /** The model's name by the scratch's, both as the catalog has them. */
    private final Map<String, String> names = new HashMap<>();

    ScratchTable(Scratch scratch, Dialect dialect, Table original) {
        this.scratch = scratch;
        this.dialect = dialect;
        this.original = original;
        this.table = renamed(original);
    }

    /** What to create. */
    Table table() {
        return table;
    }

    QualifiedName originalName() {
        return original.name();
    }

    /** A fact read of the scratch, as it should be of the model's table; names that the server made up are left out. */
    Fact back(Fact fact, String subject) {
        return fact.withSubject(subject).withName(fact.name().flatMap(name -> Optional.ofNullable(names.get(name))));
    }

    private Table renamed(Table from) {
        return from.withName(scratch.name(from.name()))
                .withColumns(from.columns().values().stream().map(this::renamed).toList())
                .withPrimaryKey(from.primaryKey()
                        .map(key -> new PrimaryKey(key.name().map(this::fresh), key.columns())))
                .withUniqueKeys(each(from.uniqueKeys(), this::renamed))
                .withForeignKeys(Set.of())
                .withChecks(each(from.checks(), this::renamed))
                .withIndexes(each(from.indexes(), this::renamed));
    }

    private Column renamed(Column column) {
        return column.withChecks(each(column.checks(), this::renamed));
    }

    private Check renamed(Check check) {
        return check.withName(check.name().map(this::fresh));
    }

    private UniqueKey renamed(UniqueKey key) {
        return key.withName(key.name().map(this::fresh))
                .withImpliedName(key.impliedName().map(name -> scratch.name()));
    }

    private Index renamed(Index index) {
        return index.withName(fresh(index.name()));
    }

    private Identifier fresh(Identifier name) {
        Identifier fresh = scratch.name();
        names.put(dialect.catalogName(fresh), dialect.catalogName(name));
        return fresh;
    }

    private static <E> Set<E> each(Collection<E> all, UnaryOperator<E> function) {
        Set<E> mapped = new LinkedHashSet<>();
        all.forEach(one -> mapped.add(function.apply(one)));
        return mapped;
    }
}
