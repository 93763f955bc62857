package dev.godwit.dialect.phased;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns that get another definition while a version runs that does not know about it. */
final class Redefinitions {

    private final Site site;
    private final ChangeSteps whole;
    private final Manoeuvres manoeuvres;
    private final Values forth;
    private final Keeping keeping;
    private final Loosening loosening;
    private final Retyping retyping;

    /**
     * @param forth what the migration says about values
     * @param back what its way back says
     */
    Redefinitions(Site site, ChangeSteps whole, Manoeuvres manoeuvres, Values forth, Values back) {
        this.site = site;
        this.whole = whole;
        this.manoeuvres = manoeuvres;
        this.forth = forth;
        this.keeping = new Keeping(site, manoeuvres);
        this.loosening = new Loosening(site, whole, manoeuvres, back);
        this.retyping = new Retyping(site, whole, manoeuvres, back);
    }

    /** What the running version minds waits; what the new one needs does not. */
    Drafts of(AlterColumn change) {
        QualifiedName table = change.table();
        Column from = change.from();
        Column to = change.to();
        ColumnDifference difference = new ColumnDifference(from, to, site.definitions());
        Column retyped = from.withType(to.type());
        AlterColumn typeAlone = new AlterColumn(table, from, retyped, change.conversion());
        Optional<Drafts> type = retyping.of(typeAlone, !isOther(change, difference) && difference.type());
        if (type.isPresent()) {
            return then(change, retyped, type.get());
        }
        if (difference.type() || isOther(change, difference)) {
            throw PhasedRefusals.twoDefinitions(
                    table,
                    from.name(),
                    "column %s.%s is altered".formatted(table, from.name()),
                    "the two versions would need two definitions of one column");
        }
        Optional<Drafts> loosened = loosening.of(change, difference);
        if (loosened.isPresent()) {
            return loosened.get();
        }
        Column between = between(from, to);
        List<Draft> now = new ArrayList<>();
        List<Draft> later = new ArrayList<>();
        if (!between.equals(from)) {
            Drafts loosening = whole.alterColumn(new AlterColumn(table, from, between, Optional.empty()));
            now.addAll(loosening.now());
            later.addAll(loosening.later());
        }
        if (between.equals(to)) {
            return new Drafts(now, later, true);
        }
        AlterColumn first = new AlterColumn(table, from, between, Optional.empty());
        PutOff narrow = site.progress()
                .after(
                        first,
                        () -> PutOff.of(
                                site, () -> whole.alterColumn(new AlterColumn(table, between, to, Optional.empty()))));
        List<Draft> contract = new ArrayList<>(narrow.steps());
        List<Draft> abandon = new ArrayList<>();
        Gate gate = keeping.gate(narrow.guards());
        Optional<String> value =
                change.conversion().or(() -> forth.value(table, to.name())).or(to::defaultSql);
        if (difference.becomesNotNull() && value.isPresent()) {
            Filler filler = new Filler(table, to, value.get());
            keeping.ask(filler, to.name());
            now.addAll(manoeuvres.triggers().create(filler));
            later.add(keeping.fill(table, to.name(), value.get()));
            contract.addAll(manoeuvres.triggers().drop(filler));
            abandon.addAll(manoeuvres.triggers().dropIfThere(filler));
            gate = keeping.gate(narrow.guards(), filler);
        }
        if (!between.equals(from)) {
            abandon.addAll(site.progress()
                    .after(
                            first,
                            () -> PutOff.of(
                                    site,
                                    () -> whole.alterColumn(new AlterColumn(table, between, from, Optional.empty()))))
                    .steps());
        }
        return new Drafts(now, later, true, contract, abandon, gate);
    }

    /** What else there is to a change of whose type has been seen to. */
    private Drafts then(AlterColumn change, Column retyped, Drafts type) {
        QualifiedName table = change.table();
        return retyped.equals(change.to())
                ? type
                : type.then(site.progress()
                        .after(
                                new AlterColumn(table, change.from(), retyped, Optional.empty()),
                                () -> of(new AlterColumn(table, retyped, change.to(), Optional.empty()))));
    }

    /** Whether more than the width of the type and what rows may hold becomes another. */
    private static boolean isOther(AlterColumn change, ColumnDifference difference) {
        boolean converted = change.conversion().isPresent() && difference.type();
        return converted
                || difference.type() && (difference.becomesNotNull() || difference.becomesNullable())
                || difference.generation()
                || difference.options()
                || difference.becomesIdentity()
                || difference.losesIdentity();
    }

    /** Whether nothing comes of the change that the new version needs. */
    boolean onlyNarrows(AlterColumn change) {
        ColumnDifference difference = new ColumnDifference(change.from(), change.to(), site.definitions());
        return !difference.type()
                && !difference.generation()
                && !difference.options()
                && between(change.from(), change.to()).equals(change.from());
    }

    /** What both versions can live with: the looser of both definitions. */
    static Column between(Column from, Column to) {
        Set<Check> both = new LinkedHashSet<>(from.checks());
        both.retainAll(to.checks());
        return to.withNullable(from.nullable() || to.nullable())
                .withDefault(from.defaultSql().or(to::defaultSql))
                .withChecks(both);
    }
}
