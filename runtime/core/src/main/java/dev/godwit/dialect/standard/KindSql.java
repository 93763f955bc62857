package dev.godwit.dialect.standard;

import dev.godwit.change.MoveValues;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How it is said of what kind a row is, as its discriminator has it.
 *
 * @param column tells the kind
 * @param type of the column
 * @param values the kinds
 */
public record KindSql(Site site, Identifier column, Type type, List<String> values) {

    public KindSql {
        values = List.copyOf(values);
    }

    static KindSql of(Site site, Table table, MoveValues.Kind kind) {
        Column column = table.columns().get(kind.column());
        return new KindSql(site, kind.column(), column.type(), kind.values());
    }

    /** A kind as a value of the column. */
    public String literal(String kind) {
        return type instanceof Type.Simple ? kind : site.dialect().literal(kind);
    }

    /** Whether a row is of one of the kinds. */
    public String oneOf(String row) {
        return "%s.%s in (%s)".formatted(row, site.quote(column), list());
    }

    /** The kinds, as SQL has a list of values. */
    public String list() {
        return values.stream().map(this::literal).collect(Collectors.joining(", "));
    }

    /** An assignment that makes a row one of a kind. */
    public String marked(String kind) {
        return site.quote(column) + " = " + literal(kind);
    }
}
