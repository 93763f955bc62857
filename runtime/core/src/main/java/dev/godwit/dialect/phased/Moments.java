package dev.godwit.dialect.phased;

import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropIndex;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When a change is carried out: at once, at contract, or not at all because it builds on one that is finished at contract
 * only.
 */
final class Moments {

    private final Site site;
    private final ChangeSteps whole;
    private final Set<Ref> unfinished = new HashSet<>();
    private final Set<QualifiedName> open = new HashSet<>();

    Moments(Site site, ChangeSteps whole) {
        this.site = site;
        this.whole = whole;
    }

    Places places() {
        return new Places(site.progress().schema());
    }

    /** Whether the change builds on one that is finished at contract only. */
    boolean waits(Change change) {
        return change.footprint().everything() && !unfinished.isEmpty() || isUnfinished(places().of(change).stream());
    }

    /** Whether any of these is finished at contract only. */
    boolean isUnfinished(Stream<Ref> places) {
        return places.anyMatch(place -> unfinished.stream().anyMatch(place::overlaps));
    }

    /** Whether the change is about what the migration itself has created. */
    boolean isOfNewTable(Change change) {
        return change.footprint().writes().stream()
                        .allMatch(place -> site.progress().isUnknownBefore(place.object()))
                && !(change instanceof CreateTable);
    }

    /** What neither version minds. */
    Drafts atOnce(Change change) {
        return waits(change) ? putOff(change) : change.accept(whole);
    }

    /** What the running version would mind, or what has to follow something that it would mind. */
    Drafts putOff(Change change) {
        int asked = site.progress().guardCount();
        Drafts drafts = change.accept(whole);
        List<Guard> guards = site.progress().takeGuards(asked);
        leaveOpen(change);
        return drafts.putOff(guards);
    }

    private void leaveOpen(Change change) {
        change.footprint().writes().forEach(place -> open.add(place.object()));
    }

    /** Whether something is left for contract that knows the table or sequence by this name. */
    boolean isOpen(QualifiedName name) {
        return open.contains(name);
    }

    /** What the new version needs, so that it cannot wait. */
    Drafts needed(Change change, String what, Supplier<Drafts> steps) {
        if (isOfNewTable(change)) {
            return atOnce(change);
        }
        if (waits(change)) {
            throw PhasedRefusals.needsContract(what);
        }
        return steps.get();
    }

    /** What goes: nothing that comes after it can have its name before contract. */
    Drafts last(Change change, Supplier<Drafts> steps) {
        return isOfNewTable(change) ? atOnce(change) : unfinished(change, steps.get());
    }

    /** What is finished at contract, if anything of it is left for then. */
    Drafts unfinished(Change change, Drafts drafts) {
        if (drafts.isPhased()) {
            leaveOpen(change);
            unfinished.addAll(
                    change instanceof DropIndex ? Set.of() : change.footprint().writes());
        }
        return drafts;
    }

    /** What the running version may violate, unless it does not know the columns. */
    Drafts constraint(Change change, QualifiedName table, Collection<Identifier> columns) {
        boolean unknown = columns.stream().allMatch(column -> site.progress().isUnknownBefore(table, column));
        return unknown ? atOnce(change) : putOff(change);
    }

    /** What two versions cannot live with, unless it is about what the migration itself has created. */
    Drafts refused(Change change, QualifiedName object, String what, String why) {
        if (site.progress().isUnknownBefore(object)) {
            return atOnce(change);
        }
        throw PhasedRefusals.cannot(what, why);
    }
}
