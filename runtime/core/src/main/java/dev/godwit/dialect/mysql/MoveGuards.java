package dev.godwit.dialect.mysql;

import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What triggers need that keep tables in step with one another. */
record MoveGuards(Site site) {

    /**
     * What is asked before they are created.
     *
     * @param subject what they see to, for people
     * @param tables those that get triggers
     * @param known columns of which triggers of others know nothing but themselves
     */
    List<Guard> of(String subject, List<QualifiedName> tables, Map<QualifiedName, List<Identifier>> known) {
        TriggerGuards guards = new TriggerGuards(site.dialect());
        List<Guard> all = new ArrayList<>();
        for (QualifiedName table : tables) {
            all.addAll(guards.mayNotCreate(site.progress().originOf(table), subject));
        }
        known.forEach((table, columns) -> columns.forEach(column -> all.add(Guard.listing(
                guards.triggersNaming(
                        site.progress().originOf(table), site.progress().originOf(table, column)),
                PhasedRefusals.triggersName(table + "." + column)))));
        return all;
    }

    /**
     * Refuses foreign keys that delete rows of a table: that fires no trigger.
     *
     * @param what is going on, for people
     * @param asked which foreign keys are looked at
     * @param others the tables that are to follow, for people
     */
    void refuseCascades(String what, QualifiedName table, Predicate<ForeignKey> asked, String others) {
        site.progress().table(table).foreignKeys().stream()
                .filter(asked)
                .filter(key -> key.onDelete() == ForeignKey.Action.CASCADE)
                .findFirst()
                .ifPresent(key -> {
                    throw PhasedRefusals.cannot(
                            what,
                            "%s deletes rows of %s with those of %s, and fires no trigger then, so that %s would not hear of it"
                                    .formatted(site.dialect().description(), table, key.referencedTable(), others));
                });
    }
}
