package dev.godwit.dialect.mysql;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/**
 * A table under another name, with a view under the old one. A view can be made only of a table that is there, so it is
 * made of an empty one that has the new name; then one statement renames all three, and nobody finds a name missing.
 *
 * <p>The way back is as long because of the order in which names are locked. A statement under the old name locks that,
 * the view, and then the table; {@code rename table} locks its names in the order of the alphabet. Where that is the other
 * one, they would wait for each other. So the table goes back by a name that comes last in the alphabet: no step but the
 * last needs both the view and what the view is made of, and that one locks them as everybody else does.
 */
final class MysqlTableRename {

    private final RenamedTable renamed;
    private final QualifiedName from;
    private final QualifiedName to;
    private final QualifiedName view;
    private final QualifiedName aside;

    MysqlTableRename(RenamedTable renamed) {
        this.renamed = renamed;
        this.from = renamed.from();
        this.to = renamed.to();
        this.view = renamed.reserved("_v");
        this.aside = renamed.reserved("_t");
    }

    Drafts drafts() {
        List<Draft> now = List.of(
                renamed.standIn(to, Catalog.once(renamed.isStandIn(to))),
                renamed.view(view, to, new Resume.Idempotent()),
                renamed.rename(
                        "rename table %s to %s, and let it be seen as %s too".formatted(from, to, from),
                        Catalog.once(renamed.isView(from)),
                        to,
                        aside,
                        from,
                        to,
                        view,
                        from),
                renamed.dropTable(aside, "drop what the view was made of", new Resume.Idempotent()));
        Draft contract =
                renamed.dropView(from, "end to let %s be seen as %s".formatted(to, from), new Resume.Idempotent());
        return new Drafts(now, List.of(), true, List.of(contract), abandon(), Gate.NONE);
    }

    private List<Draft> abandon() {
        QualifiedName last = last();
        QualifiedName second = renamed.reserved("_w");
        QualifiedName asideAgain = renamed.reserved("_u");
        String atStart = "%s and %s".formatted(renamed.isView(from), renamed.isTable(to));
        return List.of(
                renamed.standIn(last, Catalog.onceNot("%s and not %s".formatted(atStart, renamed.isTable(last)))),
                renamed.view(second, last, Catalog.onceNot(atStart)),
                renamed.rename(
                        "rename table %s to %s, and let it be seen as %s too".formatted(to, last, to),
                        Catalog.onceNot(atStart),
                        last,
                        asideAgain,
                        to,
                        last,
                        second,
                        to),
                renamed.view(
                        from,
                        last,
                        Catalog.onceNot("%s and not %s".formatted(renamed.isView(from), renamed.reads(from, last)))),
                renamed.dropView(
                        to, "end to let %s be seen as %s".formatted(from, to), Catalog.onceNot(renamed.isView(to))),
                renamed.rename(
                        "rename table %s to %s".formatted(last, from),
                        Catalog.onceNot(renamed.isView(from)),
                        from,
                        view,
                        last,
                        from),
                renamed.dropView(view, "drop the view of " + from, new Resume.Idempotent()),
                renamed.dropTable(aside, "drop what the view was made of", new Resume.Idempotent()),
                renamed.dropTable(asideAgain, "drop what the other view was made of", new Resume.Idempotent()),
                renamed.dropTable(to, "drop what has the name " + to, Catalog.onceNot(renamed.isStandIn(to))));
    }

    /** A reserved name that comes behind the old one in the alphabet. */
    private QualifiedName last() {
        String name = renamed.reserved("_z").name().text();
        return from.withName(Identifier.of("zzz_" + name));
    }
}
