package dev.godwit.dialect.mariadb;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.mysql.MysqlDefinitions;
import dev.godwit.dialect.standard.SequenceBounds;
import dev.godwit.dialect.standard.StandardTypes;
import dev.godwit.schema.Column;
import dev.godwit.schema.Sequence;

/** Definitions as MariaDB writes them. */
final class MariadbDefinitions extends MysqlDefinitions {

    MariadbDefinitions(Dialect dialect, StandardTypes types) {
        super(dialect, types);
    }

    @Override
    protected boolean hasNamedColumnChecks() {
        return false;
    }

    @Override
    protected boolean hasNullabilityAfterGenerated() {
        return false;
    }

    @Override
    public String createSequence(Sequence sequence) {
        return "create sequence %s%s start with %d increment by %d nocache%s"
                .formatted(
                        dialect.quote(sequence.name()),
                        SequenceBounds.of(sequence),
                        sequence.start(),
                        sequence.increment(),
                        sequence.options().map(options -> " " + options).orElse(""));
    }

    /** A column's check without a name is part of its definition. */
    @Override
    public String modified(Column column) {
        return column(column);
    }
}
