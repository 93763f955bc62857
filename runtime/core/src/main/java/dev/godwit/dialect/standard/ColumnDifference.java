package dev.godwit.dialect.standard;

import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Sized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an alteration of a column changes.
 *
 * @param definitions how this database writes definitions: two types that it writes alike are no difference
 */
public record ColumnDifference(Column from, Column to, Definitions definitions) {

    /** What it means for checks that the column goes: all of them do. */
    public ColumnDifference gone() {
        return new ColumnDifference(from, bare(from), definitions);
    }

    /** What it means for checks that the column comes: all of them do. */
    public ColumnDifference come() {
        return new ColumnDifference(bare(to), to, definitions);
    }

    private Column bare(Column column) {
        return unchecked(column, column.name());
    }

    /** The column under another name, with its type and no check, be it one that belongs to the type. */
    public Column unchecked(Column column, Identifier name) {
        return Column.of(name.toString(), new Type.Native(typeText(column)));
    }

    public boolean type() {
        return !typeText(from).equals(typeText(to)) || !from.collation().equals(to.collation());
    }

    private String typeText(Column column) {
        return column.type().accept(definitions.types());
    }

    public boolean becomesNotNull() {
        return from.nullable() && !to.nullable();
    }

    public boolean becomesNullable() {
        return !from.nullable() && to.nullable();
    }

    public boolean defaultValue() {
        return !from.defaultSql().equals(to.defaultSql());
    }

    public boolean becomesIdentity() {
        return !from.identity() && to.identity();
    }

    public boolean losesIdentity() {
        return from.identity() && !to.identity();
    }

    public boolean generation() {
        return !from.generatedAs().equals(to.generatedAs());
    }

    public boolean comment() {
        return !from.comment().equals(to.comment());
    }

    public boolean options() {
        return !from.options().equals(to.options());
    }

    /** Whether the check that the database names is another one. */
    public boolean unnamedCheck() {
        return !definitions.unnamedCheck(from).equals(definitions.unnamedCheck(to));
    }

    /** Checks with a name that go. */
    public List<Check> namedChecksGone() {
        return named(from).stream()
                .filter(check -> !to.checks().contains(check))
                .toList();
    }

    /** Checks with a name that come. */
    public List<Check> namedChecksNew() {
        return named(to).stream()
                .filter(check -> !from.checks().contains(check))
                .toList();
    }

    private static List<Check> named(Column column) {
        return column.checks().stream()
                .filter(check -> check.name().isPresent())
                .toList();
    }

    /** Whether both are the enum type of one name. */
    public boolean sameNamedEnum() {
        Optional<QualifiedName> before = NamedTypes.of(from.type()).flatMap(EnumOf::typeName);
        return before.isPresent() && before.equals(NamedTypes.of(to.type()).flatMap(EnumOf::typeName));
    }

    /** The length in characters that values may be too long for. */
    public OptionalLong shorterText() {
        Optional<Long> before = textLength(from.type());
        Optional<Long> after = textLength(to.type());
        return before.isPresent() && after.isPresent() && after.get() < before.get()
                ? OptionalLong.of(after.get())
                : OptionalLong.empty();
    }

    /** Whether only the length of a text grows. */
    public boolean longerText() {
        Optional<Long> before = textLength(from.type());
        Optional<Long> after = textLength(to.type());
        return before.isPresent() && after.isPresent() && after.get() >= before.get();
    }

    private static Optional<Long> textLength(Type type) {
        if (!(type instanceof Sized sized)) {
            return Optional.empty();
        }
        return switch (sized.kind()) {
            case VARCHAR, NVARCHAR, LONG_VARCHAR, LONG_NVARCHAR -> Optional.of(sized.length());
            case CHAR, NCHAR, CLOB, NCLOB, BINARY, VARBINARY, LONG_VARBINARY, BLOB -> Optional.empty();
        };
    }
}
