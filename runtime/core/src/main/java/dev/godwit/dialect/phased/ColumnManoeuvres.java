package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.DropColumn;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Literals;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandIns;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that come or go while a version runs that does not know about it. */
final class ColumnManoeuvres {

    private final Site site;
    private final ChangeSteps whole;
    private final Manoeuvres manoeuvres;
    private final Values forth;
    private final Values back;
    private final Keeping keeping;
    private final Defaults defaults;

    /**
     * @param forth what the migration says about values
     * @param back what its way back says
     */
    ColumnManoeuvres(Site site, ChangeSteps whole, Manoeuvres manoeuvres, Values forth, Values back) {
        this.site = site;
        this.whole = whole;
        this.manoeuvres = manoeuvres;
        this.forth = forth;
        this.back = back;
        this.keeping = new Keeping(site, manoeuvres);
        this.defaults = new Defaults(site, manoeuvres);
    }

    static boolean needsValue(Column column) {
        return !column.nullable()
                && column.defaultSql().isEmpty()
                && !column.identity()
                && column.generatedAs().isEmpty();
    }

    /** The running version adds rows without naming the column: a default or a trigger gives them a value. */
    Drafts addColumn(AddColumn change) {
        QualifiedName table = change.table();
        Column column = change.column();
        if (!needsValue(column)) {
            return whole.addColumn(change);
        }
        String value = change.valueForExisting()
                .or(() -> forth.value(table, column.name()))
                .orElseThrow(() -> PhasedRefusals.noValueForOldVersion(table, column.name()));
        Optional<Drafts> back = manoeuvres.bringBack(change);
        if (back.isPresent()) {
            return filled(table, column, value, back.get());
        }
        if (Literals.isLiteral(value) && Defaults.mayBeLiteral(site, column)) {
            return withDefaultMeanwhile(table, column, value);
        }
        new Trials(site).before(table, List.of(Side.of(column, value)));
        return filled(table, column, value, addedEmpty(table, column));
    }

    /** The value that rows have by default until contract in a column that needs one. */
    Optional<String> defaultMeanwhile(AddColumn change) {
        return change.valueForExisting()
                .filter(Literals::isLiteral)
                .filter(value -> Defaults.mayBeLiteral(site, change.column()));
    }

    Drafts withDefaultMeanwhile(QualifiedName table, Column column, String value) {
        Column meanwhile = column.withDefault(Optional.of(value));
        List<Draft> now = all(manoeuvres.addNew(new AddColumn(table, meanwhile, Optional.empty())));
        Draft drop = manoeuvres.alter(
                table,
                "drop the default of %s.%s".formatted(table, column.name()),
                "alter column %s drop default".formatted(site.quote(column.name())),
                new Resume.Idempotent());
        return new Drafts(
                now, List.of(), false, List.of(drop), List.of(manoeuvres.dropAdded(table, column.name())), Gate.NONE);
    }

    private Drafts addedEmpty(QualifiedName table, Column column) {
        Drafts added = manoeuvres.addNew(new AddColumn(table, column.withNullable(true), Optional.empty()));
        Draft drop = manoeuvres.dropAdded(table, column.name());
        return new Drafts(added.now(), added.later(), false, List.of(), List.of(drop), Gate.NONE);
    }

    /** @param added adds the column as one that may be empty, or takes that back; ends what it came from at contract */
    private Drafts filled(QualifiedName table, Column column, String value, Drafts added) {
        Column empty = column.withNullable(true);
        AddColumn adding = new AddColumn(table, empty, Optional.empty());
        Filler filler = new Filler(table, column, value);
        keeping.ask(filler, column.name());
        List<Draft> now = new ArrayList<>(added.now());
        now.addAll(manoeuvres.triggers().create(filler));
        List<Draft> later = new ArrayList<>(added.later());
        later.add(keeping.fill(table, column.name(), value));
        PutOff narrow = site.progress()
                .after(
                        adding,
                        () -> PutOff.of(
                                site,
                                () -> whole.alterColumn(new AlterColumn(table, empty, column, Optional.empty()))));
        List<Draft> contract = new ArrayList<>(narrow.steps());
        contract.addAll(manoeuvres.triggers().drop(filler));
        contract.addAll(added.contract());
        List<Draft> abandon = new ArrayList<>(manoeuvres.triggers().dropIfThere(filler));
        abandon.addAll(added.abandon());
        return new Drafts(now, later, false, contract, abandon, keeping.gate(narrow.guards(), filler));
    }

    /** The new version adds rows without naming the column; what the running one reads in them, the way back tells. */
    Drafts dropColumn(DropColumn change) {
        QualifiedName table = change.table();
        Column column = site.progress().table(table).column(change.column()).orElseThrow();
        PutOff dropping = PutOff.of(site, () -> whole.dropColumn(change));
        if (column.generatedAs().isPresent() || site.progress().isAdded(table, column.name())) {
            return new Drafts(List.of(), List.of(), true, dropping.steps(), List.of(), keeping.gate(dropping.guards()));
        }
        Optional<String> value = back.value(table, column.name());
        Optional<String> meanwhile = needsValue(column) ? meanwhile(table, column, value) : Optional.empty();
        Leaving leaving = new Leaving(
                table,
                column,
                value.filter(sql -> !Literals.isLiteral(sql)),
                meanwhile.or(() -> Side.of(column, "").unstated()));
        keeping.ask(leaving, column.name());
        List<Draft> now = new ArrayList<>();
        meanwhile.ifPresent(sql -> now.add(defaults.set(table, column, sql)));
        now.addAll(manoeuvres.triggers().create(leaving));
        List<Draft> contract =
                manoeuvres.leave(change, dropping.steps(), manoeuvres.triggers().drop(leaving));
        List<Draft> abandon = new ArrayList<>(manoeuvres.triggers().dropIfThere(leaving));
        meanwhile.ifPresent(sql -> abandon.add(defaults.drop(table, column)));
        return new Drafts(now, List.of(), true, contract, abandon, keeping.gate(dropping.guards(), leaving));
    }

    /** A default until the column goes: the value that the way back says, or any where a trigger will see to it. */
    private Optional<String> meanwhile(QualifiedName table, Column column, Optional<String> value) {
        if (value.isEmpty()) {
            return Optional.of(standIn(table, column));
        }
        return value.filter(Literals::isLiteral).or(() -> manoeuvres.standIn(column));
    }

    /** What a column that goes and cannot be empty holds in rows of the new version, as a literal. */
    String absent(QualifiedName table, Column column) {
        return back.value(table, column.name())
                .or(column::defaultSql)
                .filter(Literals::isLiteral)
                .orElseGet(() -> standIn(table, column));
    }

    /** A value that the column takes and the running version reads in rows of the new one. */
    private String standIn(QualifiedName table, Column column) {
        boolean checked = !site.definitions()
                        .checks(column)
                        .equals(site.definitions().checkOfType(column).stream().toList())
                || site.progress().table(table).checks().stream()
                        .map(Check::expression)
                        .anyMatch(sql -> SqlNames.mentions(sql, column.name()));
        return Optional.of(column)
                .filter(any -> !checked)
                .flatMap(any -> StandIns.of(site, column.type()))
                .orElseThrow(() -> PhasedRefusals.needsWayBack(
                        "Column %s.%s is NOT NULL and goes, and the new version adds rows without it"
                                .formatted(table, column.name()),
                        List.of("schema.table(\"%s\").addColumn(\"%s\", …, \"<value>\")"
                                .formatted(table, column.name()))));
    }

    private static List<Draft> all(Drafts drafts) {
        List<Draft> all = new ArrayList<>(drafts.now());
        all.addAll(drafts.later());
        return all;
    }
}
