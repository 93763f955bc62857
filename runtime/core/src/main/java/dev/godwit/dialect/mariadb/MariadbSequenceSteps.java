package dev.godwit.dialect.mariadb;

import dev.godwit.dialect.standard.SequenceSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.schema.QualifiedName;

/** A sequence is a kind of table on MariaDB, and is renamed like one. */
final class MariadbSequenceSteps extends SequenceSteps {

    MariadbSequenceSteps(Site site, TableSteps tables) {
        super(site, tables::namespace);
    }

    @Override
    protected String rename(QualifiedName from, QualifiedName to) {
        return "rename table %s to %s".formatted(site.quote(from), site.quote(to));
    }
}
