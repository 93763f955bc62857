package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.DeclaredRowSteps;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/** Rows that belong to the schema; a number given by hand does not move an identity. */
final class PostgresqlDeclaredRowSteps extends DeclaredRowSteps {

    PostgresqlDeclaredRowSteps(Site site) {
        super(site, new PostgresqlRowLiterals(site.dialect()));
    }

    /** Never back: numbers that were given and whose rows are gone stay given. */
    @Override
    protected List<Draft> above(QualifiedName table, Column identity) {
        String sequence = "pg_get_serial_sequence(%s, %s)"
                .formatted(
                        site().dialect().literal(site().quote(table)),
                        site().dialect().literal(site().dialect().catalogName(identity.name())));
        return List.of(site().writer()
                .ddl(
                        "start identity %s.%s above its largest value".formatted(table, identity.name()),
                        "select setval(%1$s, greatest(coalesce(max(%2$s), 0) + 1, nextval(%1$s)), false) from %3$s"
                                .formatted(sequence, site().quote(identity.name()), site().quote(table)),
                        Cost.NONE,
                        new Resume.Transactional()));
    }
}
