package dev.godwit.mapping.bound;

import dev.godwit.model.Origin;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A column in the making. Several may stand for one column of a table: the table keeps the first. */
public final class BoundColumn implements Selectable {

    /** The most values whose ordinals Hibernate keeps in a tinyint. */
    private static final int MOST_TINY_ORDINALS = 128;

    private @Nullable Identifier name;
    private Supplier<Type> type = () -> new Type.Sized(Type.Sized.Kind.VARCHAR, 255);
    private boolean explicit;
    private boolean nullable = true;
    private boolean unique;
    private boolean identity;
    private Optional<String> definition = Optional.empty();
    private Optional<String> defaultSql = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private Optional<String> options = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<Column.Generated> generatedAs = Optional.empty();
    private final List<Check> checks = new ArrayList<>();
    private Optional<Origin> origin = Optional.empty();
    private Function<Identifier, Optional<Check>> impliedCheck = column -> Optional.empty();

    /** A column of the same name and description; renaming one leaves the other. */
    public BoundColumn copy() {
        BoundColumn copy = new BoundColumn();
        copy.name = name;
        copy.type = type;
        copy.explicit = explicit;
        copy.nullable = nullable;
        copy.unique = unique;
        copy.identity = identity;
        copy.definition = definition;
        copy.defaultSql = defaultSql;
        copy.comment = comment;
        copy.options = options;
        copy.collation = collation;
        copy.generatedAs = generatedAs;
        copy.checks.addAll(checks);
        return copy;
    }

    /** A column for the same values, without name and constraints. */
    public BoundColumn bare() {
        BoundColumn bare = new BoundColumn().type(type).definition(definition).impliedCheck(impliedCheck);
        bare.explicit = explicit;
        return bare;
    }

    public boolean isNamed() {
        return name != null;
    }

    /** @throws IllegalStateException while the name waits for the referenced column's */
    public Identifier name() {
        if (name == null) {
            throw new IllegalStateException("The column has no name yet.");
        }
        return name;
    }

    public BoundColumn name(Identifier value) {
        name = value;
        return this;
    }

    /** Whether both stand for the same column of a table. */
    public boolean isSameAs(BoundColumn other) {
        return name().quoted()
                ? name().text().equals(other.name().text())
                : name().text().equalsIgnoreCase(other.name().text());
    }

    /** The type, once everything that it depends on is bound. */
    public Type type() {
        return definition.<Type>map(Type.Native::new).orElseGet(type);
    }

    public BoundColumn type(Supplier<Type> value) {
        type = value;
        return this;
    }

    /** Changes the type, for this column alone and not for those that took it before. */
    public BoundColumn retyped(UnaryOperator<Type> change) {
        Supplier<Type> before = type;
        type = () -> change.apply(before.get());
        return this;
    }

    /** Takes the type of the column that this one refers to. */
    public BoundColumn typeOf(BoundColumn referenced) {
        Supplier<Type> own = referenced.type;
        type = () -> unchecked(own.get());
        if (definition.isEmpty()) {
            definition = referenced.definition;
        }
        return this;
    }

    /** The type of a column that refers to one of this type, where the check that comes with an enum stands. */
    private static Type unchecked(Type referenced) {
        if (!(referenced instanceof Type.EnumOf values)) {
            return referenced;
        }
        return switch (values.storage()) {
            case NAME ->
                new Type.EnumOf(
                        Type.EnumOf.Storage.REFERENCED_NAME, values.values(), values.length(), values.typeName());
            case ORDINAL ->
                new Type.Simple(
                        values.values().size() > MOST_TINY_ORDINALS
                                ? Type.Simple.Kind.SMALLINT
                                : Type.Simple.Kind.TINYINT);
            case REFERENCED_NAME, NAMED_TYPE, NAMED_ORDINAL_TYPE -> values;
        };
    }

    public boolean isExplicit() {
        return explicit;
    }

    public BoundColumn explicit(boolean value) {
        explicit = value;
        return this;
    }

    public boolean isNullable() {
        return nullable;
    }

    public BoundColumn nullable(boolean value) {
        nullable = value;
        return this;
    }

    public boolean isUnique() {
        return unique;
    }

    public BoundColumn unique(boolean value) {
        unique = value;
        return this;
    }

    public BoundColumn identity(boolean value) {
        identity = value;
        return this;
    }

    public Optional<String> definition() {
        return definition;
    }

    /** SQL that stands in for the type. */
    public BoundColumn definition(Optional<String> value) {
        definition = value;
        return this;
    }

    public BoundColumn defaultSql(Optional<String> value) {
        defaultSql = value;
        return this;
    }

    public BoundColumn comment(Optional<String> value) {
        comment = value;
        return this;
    }

    public BoundColumn options(Optional<String> value) {
        options = value;
        return this;
    }

    public BoundColumn collation(Optional<String> value) {
        collation = value;
        return this;
    }

    public BoundColumn generatedAs(Optional<Column.Generated> value) {
        generatedAs = value;
        return this;
    }

    public BoundColumn check(Check check) {
        checks.add(check);
        return this;
    }

    public List<Check> checks() {
        return checks;
    }

    public Optional<Origin> origin() {
        return origin;
    }

    public BoundColumn origin(Origin value) {
        origin = Optional.of(value);
        return this;
    }

    /** A check that follows from how values are stored. */
    public BoundColumn impliedCheck(Function<Identifier, Optional<Check>> check) {
        impliedCheck = check;
        return this;
    }

    /** The column as the schema has it. */
    public Column toColumn() {
        Set<Check> all = new LinkedHashSet<>(checks);
        impliedCheck.apply(name()).ifPresent(all::add);
        return new Column(
                name(), type(), nullable, defaultSql, identity, generatedAs, comment, all, collation, options);
    }

    @Override
    public String toString() {
        return String.valueOf(name);
    }
}
