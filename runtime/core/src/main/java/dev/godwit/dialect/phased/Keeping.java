package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.Arrays;
import java.util.List;

/** What goes with columns that triggers keep: what is asked before, what rows that are there get, what contract asks. */
final class Keeping {

    private final Site site;
    private final Manoeuvres manoeuvres;

    Keeping(Site site, Manoeuvres manoeuvres) {
        this.site = site;
        this.manoeuvres = manoeuvres;
    }

    /** Asks what triggers need, before anything is executed. */
    void ask(Kept kept, Identifier column) {
        manoeuvres.triggers().guards(kept).forEach(guard -> site.progress().guard(Ref.of(kept.table(), column), guard));
    }

    /** Gives rows without a value one, batch by batch. */
    Draft fill(QualifiedName table, Identifier column, String value) {
        String name = site.quote(column);
        return new Filling(site).rows(table, name + " = " + value, name + " is null");
    }

    /** What contract asks: the guards, and that nobody writes what the triggers keep any more. */
    Gate gate(List<Guard> guards, Kept... kept) {
        return new Gate(
                guards, Arrays.stream(kept).map(manoeuvres.triggers()::watch).toList());
    }
}
