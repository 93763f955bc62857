package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DropColumn;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Course;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns that take the place of others in their table: the two sides are kept in step from the last one added on. */
final class Regroupings {

    private final Site site;
    private final ChangeSteps whole;
    private final Manoeuvres manoeuvres;
    private final Defaults defaults;
    private final Course course;
    private final Values forth;
    private final Values back;
    private final List<Regrouping> all;

    Regroupings(Site site, ChangeSteps whole, Manoeuvres manoeuvres, Course course) {
        this.site = site;
        this.whole = whole;
        this.manoeuvres = manoeuvres;
        this.defaults = new Defaults(site, manoeuvres);
        this.course = course;
        this.forth = new Values(course.changes());
        this.back = new Values(course.wayBack());
        this.all = Regrouping.of(course.changes(), forth, back);
    }

    /** The steps of a change that is a part of a regrouping. */
    Optional<Drafts> of(Change change) {
        return all.stream()
                .filter(each -> each.includes(change))
                .findFirst()
                .map(regrouping -> steps(regrouping, change));
    }

    private Drafts steps(Regrouping regrouping, Change change) {
        if (change instanceof AddColumn add) {
            return add(regrouping, add);
        }
        if (change instanceof DropColumn drop) {
            int asked = site.progress().guardCount();
            Drafts dropping = whole.dropColumn(drop);
            return dropping.putOff(site.progress().takeGuards(asked));
        }
        return Drafts.adding();
    }

    private Drafts add(Regrouping regrouping, AddColumn change) {
        QualifiedName table = change.table();
        Column column = change.column();
        Column empty = column.withNullable(true);
        AddColumn adding = new AddColumn(table, empty, Optional.empty());
        Drafts added = manoeuvres.addNew(adding);
        List<Draft> now = new ArrayList<>(added.now());
        List<Draft> later = new ArrayList<>(added.later());
        List<Draft> contract = new ArrayList<>();
        List<Draft> abandon = new ArrayList<>();
        // Of rows without a value the reason is of more use than that it is missing, so it is asked for first.
        Gate gate = isFirst(regrouping, change)
                ? new Gate(
                        List.of(new Trials(site)
                                .between(table, twins(regrouping).fresh())),
                        List.of())
                : Gate.NONE;
        if (!column.nullable()) {
            int asked = site.progress().guardCount();
            Drafts narrowing = site.progress()
                    .after(adding, () -> whole.alterColumn(new AlterColumn(table, empty, column, Optional.empty())));
            contract.addAll(narrowing.now());
            contract.addAll(narrowing.later());
            gate = gate.plus(new Gate(site.progress().takeGuards(asked), List.of()));
        }
        if (isLast(regrouping, change)) {
            Twins twins = twins(regrouping);
            Wording words = manoeuvres.triggers().words(twins);
            Trials trials = new Trials(site);
            manoeuvres.triggers().guards(twins).forEach(guard -> site.progress().guard(Ref.of(table), guard));
            trials.before(table, twins.fresh());
            trials.wayBack(table, twins.old(), twins.fresh());
            for (Side side : twins.old()) {
                meanwhile(side.column()).ifPresent(value -> now.add(defaults.set(table, side.column(), value)));
            }
            now.addAll(manoeuvres.triggers().create(twins));
            later.add(new Filling(site).of(twins, words));
            contract.addAll(manoeuvres.triggers().drop(twins));
            contract.addAll(manoeuvres.letGo(table, twins.known()));
            abandon.addAll(manoeuvres.triggers().dropIfThere(twins));
            for (Side side : twins.old()) {
                meanwhile(side.column()).ifPresent(value -> abandon.add(defaults.drop(table, side.column())));
            }
            gate = gate.plus(new Gate(
                    List.of(Guard.listing(
                            new RowChecks(site).rowsBetween(table, twins.apart(words)),
                            PhasedRefusals.apart(twins.subject()))),
                    List.of(manoeuvres.triggers().watch(twins))));
        }
        abandon.add(manoeuvres.dropAdded(table, column.name()));
        return new Drafts(now, later, false, contract, abandon, gate);
    }

    private boolean isFirst(Regrouping regrouping, AddColumn change) {
        return additions(regrouping).findFirst().filter(change::equals).isPresent();
    }

    private boolean isLast(Regrouping regrouping, AddColumn change) {
        return additions(regrouping)
                .reduce((first, second) -> second)
                .filter(change::equals)
                .isPresent();
    }

    private Stream<Change> additions(Regrouping regrouping) {
        return course.changes().stream().filter(each -> each instanceof AddColumn && regrouping.includes(each));
    }

    private Optional<String> meanwhile(Column column) {
        return manoeuvres.standIn(column);
    }

    /** Both sides, with how each comes from the other. */
    private Twins twins(Regrouping regrouping) {
        QualifiedName table = regrouping.table();
        List<Side> old = new ArrayList<>();
        List<Side> fresh = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Identifier name : regrouping.old()) {
            Column column = site.progress()
                    .table(table)
                    .column(name)
                    .orElseThrow(() -> PhasedRefusals.needsContract("drop column %s.%s".formatted(table, name)));
            Optional<String> value = back.value(table, name);
            value.ifPresent(sql -> old.add(new Side(
                    column, sql, meanwhile(column).or(() -> Side.of(column, sql).unstated()))));
            if (value.isEmpty()) {
                missing.add("schema.table(\"%s\").backfill(\"%s\", \"<SQL over %s>\");"
                        .formatted(table, name, regrouping.fresh()));
            }
        }
        if (!missing.isEmpty()) {
            throw PhasedRefusals.needsWayBack(
                    "In table %s %s takes the place of %s".formatted(table, regrouping.fresh(), regrouping.old()),
                    missing);
        }
        for (Identifier name : regrouping.fresh()) {
            Column column = forth.adding(table, name).orElseThrow().column();
            String value = forth.value(table, name)
                    .orElseThrow(() -> PhasedRefusals.needsValue(
                            "In table %s %s takes the place of %s"
                                    .formatted(table, regrouping.fresh(), regrouping.old()),
                            "schema.table(\"%s\").backfill(\"%s\", \"<SQL over %s>\");"
                                    .formatted(table, name, regrouping.old())));
            fresh.add(Side.of(column.withNullable(true), value));
        }
        return new Twins(table, old, fresh, false);
    }
}
