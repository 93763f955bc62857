package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import java.util.List;
import java.util.Optional;

/** Gives the rows of a hierarchy that were there before what the new version knows of them. */
final class HierarchyFilling {

    private final Site site;

    HierarchyFilling(Site site) {
        this.site = site;
    }

    List<Draft> of(Hierarchy hierarchy, HierarchyTriggers triggers) {
        HierarchyWords words = triggers.words(hierarchy);
        if (!hierarchy.splits()) {
            String update = "update %s set %s".formatted(words.owners(), words.fromParts(words.owners()));
            return List.of(locked(
                    hierarchy, triggers, "let %s hold the rows of its subclasses", update, "(" + words.apart() + ")"));
        }
        return hierarchy.parts().stream()
                .map(part -> locked(
                        hierarchy,
                        triggers,
                        "let %s have the rows of %%s".formatted(part.table()),
                        "insert into %s (%s) select %s from %s"
                                .formatted(
                                        words.rows(part),
                                        words.columns(part),
                                        words.made(part, words.owners()),
                                        words.owners()),
                        words.partless(part)))
                .toList();
    }

    /** Rows of owners are locked before anything is read of parts: what others have written until then is seen. */
    private Draft locked(
            Hierarchy hierarchy, HierarchyTriggers triggers, String description, String statement, String condition) {
        Work.Fill fill = new Work.Fill(
                hierarchy.owner(),
                hierarchy.key().stream().map(Column::name).toList(),
                statement,
                triggers.quietly(hierarchy) + condition,
                List.of(),
                Optional.of(triggers.lock()));
        return site.writer()
                .batches(
                        description.formatted(hierarchy.owner()),
                        fill,
                        Cost.online("rows of " + hierarchy.owner() + ", batch by batch"));
    }
}
