package dev.godwit.dialect.phased;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropTable;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A table that goes. The version of the application that does not know it deletes rows that its foreign keys refer to, so
 * until then others stand in their place that delete with them.
 */
record LeavingTable(Site site, ChangeSteps whole, Manoeuvres manoeuvres, List<Change> changes) {

    LeavingTable {
        changes = List.copyOf(changes);
    }

    /** A table that nothing takes the place of. MySQL would have to copy a table that goes, and keeps its foreign keys. */
    Optional<Drafts> dropTable(DropTable change) {
        return holdsBack(change.table()) ? Optional.of(dropTable(change, this::isInTheWay)) : Optional.empty();
    }

    /** A foreign key of a table that goes with it. */
    Optional<Drafts> dropForeignKey(DropForeignKey change) {
        QualifiedName table = change.table();
        return site.progress()
                .table(table)
                .foreignKey(change.name())
                .filter(key -> drops(table) && isInTheWay(key))
                .map(key -> dropForeignKey(table, key));
    }

    private boolean holdsBack(QualifiedName table) {
        return site.progress().table(table).foreignKeys().stream().anyMatch(this::isInTheWay);
    }

    private boolean isInTheWay(ForeignKey key) {
        boolean refuses = key.onDelete() == ForeignKey.Action.NO_ACTION || key.onDelete() == ForeignKey.Action.RESTRICT;
        return refuses
                && key.definition().isEmpty()
                && !drops(key.referencedTable())
                && site.dialect().kind() != DatabaseKind.MYSQL;
    }

    /** Whether the table goes: until then the running version relies on its foreign keys. */
    boolean drops(QualifiedName table) {
        return changes.stream()
                .anyMatch(change ->
                        change instanceof DropTable drop && drop.table().equals(table));
    }

    /** @param suspended the foreign keys that others stand in for */
    Drafts dropTable(DropTable change, Predicate<ForeignKey> suspended) {
        QualifiedName table = change.table();
        List<Draft> now = new ArrayList<>();
        List<Draft> contract = new ArrayList<>();
        List<Draft> abandon = new ArrayList<>();
        site.progress().table(table).foreignKeys().stream()
                .filter(suspended)
                .map(key -> dropForeignKey(table, key))
                .forEach(drafts -> {
                    now.addAll(drafts.now());
                    contract.addAll(drafts.contract());
                    abandon.addAll(drafts.abandon());
                });
        int asked = site.progress().guardCount();
        contract.addAll(without(change, suspended).now());
        Gate gate = new Gate(site.progress().takeGuards(asked), List.of());
        return new Drafts(now, List.of(), true, contract, abandon, gate);
    }

    private Drafts without(DropTable change, Predicate<ForeignKey> suspended) {
        QualifiedName table = change.table();
        return site.progress().table(table).foreignKeys().stream()
                .filter(suspended)
                .findFirst()
                .map(key ->
                        site.progress().after(new DropForeignKey(table, key.name()), () -> without(change, suspended)))
                .orElseGet(() -> whole.dropTable(change));
    }

    /** The other one goes at contract. */
    Drafts dropForeignKey(QualifiedName table, ForeignKey key) {
        PartKey part = new PartKey(table, key);
        return new Drafts(
                manoeuvres.replace(table, key, part.meanwhile()),
                List.of(),
                false,
                manoeuvres.dropForeignKey(table, part.meanwhile()),
                manoeuvres.replace(table, part.meanwhile(), key),
                Gate.NONE);
    }
}
