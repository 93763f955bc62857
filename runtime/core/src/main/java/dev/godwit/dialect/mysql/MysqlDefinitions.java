package dev.godwit.dialect.mysql;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.standard.Definitions;
import dev.godwit.dialect.standard.StandardTypes;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Index;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import java.util.Locale;

/** Definitions as MySQL writes them. */
public class MysqlDefinitions extends Definitions {

    private final StandardTypes types;

    public MysqlDefinitions(Dialect dialect, StandardTypes types) {
        super(dialect);
        this.types = types;
    }

    @Override
    protected StandardTypes types() {
        return types;
    }

    @Override
    protected String identity() {
        return "not null auto_increment";
    }

    @Override
    protected String generated(Column.Generated generated) {
        return "generated always as (%s) %s"
                .formatted(generated.expression(), generated.stored() ? "stored" : "virtual");
    }

    /** A {@code timestamp} is not null, on some servers, unless it is said to be. */
    @Override
    protected String nullable(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("timestamp") ? " null" : "";
    }

    @Override
    protected String inlineComment(Column column) {
        return column.comment().map(text -> " comment " + dialect.literal(text)).orElse("");
    }

    @Override
    protected String tableSuffix(Table table) {
        return table.comment().map(text -> " comment=" + dialect.literal(text)).orElse("")
                + " engine=InnoDB"
                + super.tableSuffix(table);
    }

    @Override
    public boolean hasInlineUniqueKeys() {
        return false;
    }

    @Override
    protected String checkOptions(Check check) {
        return check.options().map(options -> " " + options).orElse("");
    }

    @Override
    protected String indexTypeBeforeColumns(Index index) {
        return "";
    }

    @Override
    protected String indexTypeBehindColumns(Index index) {
        return index.type().map(type -> " using " + type).orElse("");
    }

    /** A table stands in for a sequence, as with Hibernate's {@code TableStructure}. */
    @Override
    public String createSequence(Sequence sequence) {
        return "create table %s (next_val bigint) engine=InnoDB%s"
                .formatted(
                        dialect.quote(sequence.name()),
                        sequence.options().map(options -> " " + options).orElse(""));
    }

    /** The column as {@code modify column} wants it: all that belongs to it and would be lost otherwise. */
    public String modified(Column column) {
        return typed(column)
                + inlineComment(column)
                + column.options().map(options -> " " + options).orElse("");
    }
}
