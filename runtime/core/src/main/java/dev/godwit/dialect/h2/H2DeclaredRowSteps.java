package dev.godwit.dialect.h2;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.DeclaredRowSteps;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.RowLiterals;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/** Rows that belong to the schema; a number given by hand does not move an identity. */
final class H2DeclaredRowSteps extends DeclaredRowSteps {

    H2DeclaredRowSteps(Site site) {
        super(site, new RowLiterals(site.dialect()));
    }

    @Override
    protected List<Draft> above(QualifiedName table, Column identity) {
        String column = site().quote(identity.name());
        return List.of(site().writer()
                .ddl(
                        "start identity %s.%s above its largest value".formatted(table, identity.name()),
                        "%salter column %s restart with (select coalesce(max(%s), 0) + 1 from %s)"
                                .formatted(site().alter(table), column, column, site().quote(table)),
                        Cost.brief("while the largest value is read"),
                        new Resume.Idempotent()));
    }
}
