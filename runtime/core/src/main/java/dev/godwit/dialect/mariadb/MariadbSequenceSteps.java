package dev.godwit.dialect.mariadb;

import dev.godwit.dialect.standard.SequenceSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;

/** A sequence is a kind of table on MariaDB, and is renamed like one. */
final class MariadbSequenceSteps extends SequenceSteps {

    MariadbSequenceSteps(Site site, TableSteps tables) {
        super(site, tables::namespace);
    }

    /** The number has to be stated to the letter. */
    @Override
    protected String beginBeyond(Sequence sequence, QualifiedName table, Identifier column) {
        String name = site.quote(sequence.name());
        return """
                begin not atomic declare next bigint; select greatest(next_not_cached_value, \
                (select coalesce(max(%s), 0) + %d from %s)) into next from %s; \
                execute immediate concat(%s, next, ', 0)'); end""".formatted(
                        site.quote(column),
                        sequence.increment(),
                        site.quote(table),
                        name,
                        site.dialect().literal("do setval(%s, ".formatted(name)));
    }

    @Override
    protected String rename(QualifiedName from, QualifiedName to) {
        return "rename table %s to %s".formatted(site.quote(from), site.quote(to));
    }
}
