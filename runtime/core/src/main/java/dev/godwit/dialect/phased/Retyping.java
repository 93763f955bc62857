package dev.godwit.dialect.phased;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns that get another type, of which one holds all that the other one does, and enums that lose values: between the
 * phases there is what both versions can live with.
 *
 * @param back what the way back says about values
 */
record Retyping(Site site, ChangeSteps whole, Manoeuvres manoeuvres, Values back) {

    /**
     * Empty: the type is another one, or it is none that changes.
     *
     * @param change of the type alone
     * @param differs whether it is another one to the database, and nothing keeps both versions from living with the wider
     */
    Optional<Drafts> of(AlterColumn change, boolean differs) {
        Optional<EnumChange> values = EnumChange.of(change);
        if (values.isPresent()) {
            return values.map(this::lostValues);
        }
        boolean widens = Widening.isWider(change.from().type(), change.to().type());
        boolean narrows = Widening.isWider(change.to().type(), change.from().type());
        return Optional.of(change)
                .filter(any -> differs && (widens || narrows))
                .map(any -> widens ? wider(change) : narrower(change));
    }

    private Drafts wider(AlterColumn change) {
        return manoeuvres.changeType(change, true, List.of()).orElseGet(() -> whole.alterColumn(change));
    }

    private Drafts narrower(AlterColumn change) {
        PutOff narrow = PutOff.of(site, () -> whole.alterColumn(change));
        return manoeuvres
                .changeType(change, false, narrow.guards())
                .orElseGet(() -> new Drafts(
                        List.of(), List.of(), true, narrow.steps(), List.of(), new Gate(narrow.guards(), List.of())));
    }

    /** Both versions write their values until the running one is gone; only then rows get others, and no more are taken. */
    private Drafts lostValues(EnumChange values) {
        AlterColumn change = values.change();
        refuse(values);
        Column both = values.both();
        AlterColumn first = alter(change, change.from(), both);
        Drafts loose = values.adds() ? wider(first) : Drafts.adding();
        List<Draft> contract = new ArrayList<>(recode(change));
        site.progress().leaveReplaced(change.table(), change.from().name());
        PutOff narrow = site.progress().after(first, () -> noMore(alter(change, both, change.to())));
        contract.addAll(narrow.steps());
        List<Draft> abandon = new ArrayList<>();
        lost(both, change.from()).ifPresent(unknown -> {
            abandon.add(knownAgain(change, unknown));
            abandon.addAll(manoeuvres.takeBack(first));
        });
        List<Guard> guards = change.conversion().isPresent() ? List.of() : narrow.guards();
        return new Drafts(loose.now(), loose.later(), true, contract, abandon, new Gate(guards, List.of()));
    }

    private static AlterColumn alter(AlterColumn change, Column from, Column to) {
        return new AlterColumn(change.table(), from, to, Optional.empty());
    }

    private static void refuse(EnumChange values) {
        QualifiedName table = values.change().table();
        Identifier column = values.change().from().name();
        if (values.meansOther()) {
            throw PhasedRefusals.twoDefinitions(
                    table,
                    column,
                    "constants of the enum in %s.%s go that others stand behind".formatted(table, column),
                    "a number in a row would be another constant for each version");
        }
        if (values.adds() && values.after().typeName().isPresent()) {
            throw PhasedRefusals.cannot(
                    "the enum type of %s.%s loses values and gains others".formatted(table, column),
                    "the type would have to be made anew twice (add values in one migration, and remove others in a later one)");
        }
    }

    private List<Draft> recode(AlterColumn change) {
        return change.conversion()
                .map(sql -> manoeuvres.recode(
                        change.table(),
                        change.from().name(),
                        sql,
                        lost(change.from(), change.to()).orElseThrow()))
                .orElse(List.of());
    }

    private Optional<String> lost(Column from, Column to) {
        return site.definitions().lost(from.type(), to.type(), site.quote(from.name()));
    }

    /** Values are taken no more; those come back that an earlier migration had replaced. */
    private PutOff noMore(AlterColumn change) {
        List<Draft> steps = new ArrayList<>();
        PutOff narrow = PutOff.of(site, () -> {
            Drafts drafts = whole.alterColumn(change);
            steps.addAll(drafts.contract());
            return drafts;
        });
        steps.addAll(manoeuvres
                .changeType(change, false, List.of())
                .map(Drafts::contract)
                .orElse(narrow.steps()));
        return new PutOff(steps, narrow.guards());
    }

    /** Rows get values that the running version knows, or are shown not to have others. */
    private Draft knownAgain(AlterColumn change, String unknown) {
        QualifiedName table = change.table();
        Identifier column = change.from().name();
        return back.conversion(table, column)
                .map(sql -> new Filling(site).rows(table, "%s = %s".formatted(site.quote(column), sql), unknown))
                .orElseGet(() -> {
                    String what = "no row of %s has a value in %s that the running version does not know"
                            .formatted(table, column);
                    String query = "select count(*) from %s where %s".formatted(site.quote(table), unknown);
                    return site.writer().rows("see that " + what, new Work.Verify(what, query), Cost.online("none"));
                });
    }
}
