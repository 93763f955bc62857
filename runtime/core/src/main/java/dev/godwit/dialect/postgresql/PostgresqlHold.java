package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Locale;

/**
 * Who is held out of a table for the rest of a transaction, by a statement of its own: before one that would lock another
 * table first, or this one less. A foreign key that comes or goes locks its table and then the one that it refers to; an
 * application writes the latter first.
 */
enum PostgresqlHold {
    WRITERS("share row exclusive"),
    USERS("access exclusive");

    private final String mode;

    PostgresqlHold(String mode) {
        this.mode = mode;
    }

    Draft out(Site site, QualifiedName table) {
        return site.writer()
                .ddl(
                        "hold %s of %s out".formatted(name().toLowerCase(Locale.ROOT), table),
                        "lock table %s in %s mode".formatted(site.quote(table), mode),
                        Cost.brief("%s on %s, brief".formatted(mode.toUpperCase(Locale.ROOT), table)),
                        new Resume.Transactional());
    }

    /** Of the table that a foreign key refers to, unless nobody uses it yet or the key stands on it. */
    List<Draft> outOfOwner(Site site, QualifiedName table, ForeignKey key) {
        QualifiedName owner = key.referencedTable();
        return site.progress().isNew(table) || site.progress().isNew(owner) || owner.equals(table)
                ? List.of()
                : List.of(out(site, owner));
    }
}
