package dev.godwit.dialect.phased;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.schema.Column;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column whose value the new version may leave out, and on which the running one relies: rows have one until that is
 * gone, and only then are those without again that had none before.
 *
 * @param back what the way back says about values
 */
record Loosening(Site site, ChangeSteps whole, Manoeuvres manoeuvres, Values back) {

    /** Empty: the change does something else, or nothing says what value rows could have. */
    Optional<Drafts> of(AlterColumn change, ColumnDifference difference) {
        return Optional.of(change)
                .filter(alter -> difference.becomesNullable()
                        && Redefinitions.between(alter.from(), alter.to()).equals(alter.to()))
                .flatMap(this::value)
                .map(value -> drafts(change, value));
    }

    private Optional<String> value(AlterColumn change) {
        Column from = change.from();
        return back.conversion(change.table(), from.name())
                .or(() -> back.value(change.table(), from.name()))
                .or(from::defaultSql);
    }

    private Drafts drafts(AlterColumn change, String value) {
        Filler filler = new Filler(change.table(), change.from(), value);
        Triggers triggers = manoeuvres.triggers();
        Ref column = Ref.of(change.table(), change.from().name());
        triggers.guards(filler).forEach(guard -> site.progress().guard(column, guard));
        site.progress().leaveReplaced(change.table(), change.from().name());
        Drafts loose = whole.alterColumn(change);
        List<Draft> now = new ArrayList<>(triggers.create(filler));
        now.addAll(loose.now());
        List<Draft> contract = new ArrayList<>(triggers.drop(filler));
        contract.addAll(loose.contract());
        List<Draft> abandon = new ArrayList<>(site.progress().after(change, () -> tightenAgain(change)));
        abandon.addAll(triggers.dropIfThere(filler));
        return new Drafts(now, loose.later(), true, contract, abandon, Gate.NONE);
    }

    private List<Draft> tightenAgain(AlterColumn change) {
        int asked = site.progress().guardCount();
        Drafts tight = whole.alterColumn(new AlterColumn(change.table(), change.to(), change.from(), Optional.empty()));
        site.progress().takeGuards(asked);
        List<Draft> steps = new ArrayList<>(tight.now());
        steps.addAll(tight.later());
        return steps;
    }
}
