package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DropColumn;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Course;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Lag;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns that take the place of others in their table by Java code: from the last change on that makes the new side,
 * triggers mark what is written on either one, and runs of the code let the other one follow.
 */
final class Recodings {

    private final Site site;
    private final ChangeSteps whole;
    private final Manoeuvres manoeuvres;
    private final Defaults defaults;
    private final ColumnManoeuvres columns;
    private final Course course;
    private final List<Recoding> all;

    Recodings(Site site, ChangeSteps whole, Manoeuvres manoeuvres, ColumnManoeuvres columns, Course course) {
        this.site = site;
        this.whole = whole;
        this.manoeuvres = manoeuvres;
        this.defaults = new Defaults(site, manoeuvres);
        this.columns = columns;
        this.course = course;
        this.all = Recoding.of(course);
    }

    /** The steps of a change that is a part of a recoding. */
    Optional<Drafts> of(Change change) {
        return all.stream().filter(each -> each.includes(change)).findFirst().map(recoding -> steps(recoding, change));
    }

    private Drafts steps(Recoding recoding, Change change) {
        Drafts own = own(recoding, change);
        if (!recoding.isMadeBy(change, course)) {
            return own;
        }
        return own.then(
                site.progress().after(change, () -> kept(new CodedSides(site, manoeuvres, columns, course, recoding))));
    }

    private Drafts own(Recoding recoding, Change change) {
        if (change instanceof AddColumn add) {
            return add(recoding, add);
        }
        if (change instanceof DropColumn drop) {
            int asked = site.progress().guardCount();
            Drafts dropping = whole.dropColumn(drop);
            return dropping.putOff(site.progress().takeGuards(asked));
        }
        return Drafts.adding();
    }

    private Drafts add(Recoding recoding, AddColumn change) {
        QualifiedName table = change.table();
        Column column = change.column();
        if (!ColumnManoeuvres.needsValue(column)) {
            return added(table, column);
        }
        if (change.valueForExisting().isEmpty()) {
            throw PhasedRefusals.noValueForOldVersion(table, column.name());
        }
        return columns.defaultMeanwhile(change)
                .map(value -> columns.withDefaultMeanwhile(table, column, value))
                .orElseGet(() -> emptyMeanwhile(table, column));
    }

    private Drafts added(QualifiedName table, Column column) {
        Drafts added = manoeuvres.addNew(new AddColumn(table, column, Optional.empty()));
        return new Drafts(
                added.now(),
                added.later(),
                false,
                List.of(),
                List.of(manoeuvres.dropAdded(table, column.name())),
                Gate.NONE);
    }

    private Drafts emptyMeanwhile(QualifiedName table, Column column) {
        Column empty = column.withNullable(true);
        PutOff narrow = site.progress()
                .after(
                        new AddColumn(table, empty, Optional.empty()),
                        () -> PutOff.of(
                                site,
                                () -> whole.alterColumn(new AlterColumn(table, empty, column, Optional.empty()))));
        Drafts added = added(table, empty);
        return new Drafts(
                added.now(),
                added.later(),
                false,
                narrow.steps(),
                added.abandon(),
                new Gate(narrow.guards(), List.of()));
    }

    /** Keeps the two sides in step, as soon as both are there. */
    private Drafts kept(CodedSides sides) {
        Lagging lagging = sides.lagging();
        QualifiedName table = lagging.table();
        Triggers triggers = manoeuvres.triggers();
        Identifier index = sides.index();
        triggers.guards(lagging).forEach(guard -> site.progress().guard(Ref.of(table), guard));
        sides.tried().ifPresent(site.progress()::guardRows);
        Drafts mark = added(table, lagging.mark());
        List<Draft> now = new ArrayList<>(mark.now());
        now.addAll(mark.later());
        List<Draft> abandon = new ArrayList<>(triggers.dropIfThere(lagging));
        for (Column column : lagging.known()) {
            manoeuvres.standIn(column).ifPresent(value -> {
                now.add(defaults.set(table, column, value));
                abandon.add(defaults.drop(table, column));
            });
        }
        now.addAll(triggers.create(lagging));
        // The rows that are there are marked by the default; of those that come, a trigger says who wrote them.
        now.add(defaults.set(table, lagging.mark(), String.valueOf(Work.Due.NOTHING)));
        List<Draft> later = new ArrayList<>(filled(sides, lagging));
        later.add(manoeuvres.indexMarked(table, sides.marked(lagging), index));
        List<Draft> contract = new ArrayList<>(ended(sides, lagging));
        contract.addAll(manoeuvres.letGo(table, lagging.known()));
        contract.addAll(manoeuvres.dropMarked(table, lagging.mark(), index));
        abandon.addAll(manoeuvres.dropMarked(table, lagging.mark(), index));
        return new Drafts(now, later, false, contract, abandon, gate(sides, lagging));
    }

    /** Nothing is marked any more, and nothing that the old version has written until then is left behind. */
    private List<Draft> ended(CodedSides sides, Lagging lagging) {
        List<Draft> steps = new ArrayList<>();
        List<Draft> drop = manoeuvres.triggers().drop(lagging);
        Optional<Work.Rows> code = sides.forth(lagging);
        if (!site.dialect().hasTransactionalDdl()) {
            steps.addAll(drop);
            code.ifPresent(rows -> steps.add(followed(lagging, rows)));
            return steps;
        }
        steps.addAll(manoeuvres.hold(lagging.table()));
        code.ifPresent(rows -> steps.add(site.writer()
                .ddl(
                        "see that all rows follow",
                        new Work.Verify(
                                "rows of %s that the old version writes wait for Java code (run again once it is gone)"
                                        .formatted(lagging.table()),
                                sides.countOfRowsThatFollowLater(lagging)),
                        Cost.NONE,
                        new Resume.Transactional())));
        steps.addAll(drop);
        return steps;
    }

    private Draft followed(Lagging lagging, Work.Rows code) {
        return site.writer()
                .batches(
                        "give rows of %s their new values".formatted(lagging.table()),
                        code,
                        Cost.online("rows of " + lagging.table() + ", batch by batch"));
    }

    private Gate gate(CodedSides sides, Lagging lagging) {
        Lag lag = new Lag(lagging.subject(), sides.forth(lagging), sides.back(lagging));
        Guard behind = sides.forth(lagging).isPresent()
                ? Guard.listing(sides.rowsThatFollowLater(lagging), PhasedRefusals.lagging(lagging.subject()))
                : new Trials(site).between(lagging.table(), lagging.fresh(), sides.rowsThatTheOldSideHas(lagging));
        return new Gate(List.of(behind), List.of(manoeuvres.triggers().watch(lagging)), List.of(lag));
    }

    private List<Draft> filled(CodedSides sides, Lagging lagging) {
        Optional<Work.Rows> code = sides.forth(lagging);
        if (code.isPresent()) {
            return List.of(followed(lagging, code.get()));
        }
        Wording words = manoeuvres.triggers().words(lagging);
        String assignments = lagging.fresh().stream()
                .map(side -> site.quote(side.column().name()) + " = " + side.value())
                .collect(Collectors.joining(", "));
        return List.of(new Filling(site).rows(lagging.table(), assignments, words.unlike(lagging.fresh())));
    }
}
