package dev.godwit.dialect.mysql;

import dev.godwit.change.AlterColumn;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Type.Sized;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Another type of a column for which the server copies the table: beside its users where it can, with triggers in the place
 * of the foreign keys that are in the way.
 */
final class MysqlTypeChange {

    private final Site site;
    private final MysqlColumnSteps columns;
    private final KeysByTriggers standIns;
    private final AlterColumn change;
    private final QualifiedName table;
    private final Algorithm algorithm;

    MysqlTypeChange(Site site, MysqlColumnSteps columns, KeysByTriggers standIns, AlterColumn change) {
        this.site = site;
        this.columns = columns;
        this.standIns = standIns;
        this.change = change;
        this.table = change.table();
        this.algorithm = columns.copyInUse();
    }

    /** Whether no value loses anything by a type that has room for it, such as the blanks behind it. */
    static boolean isFor(AlterColumn change) {
        return !(change.from().type() instanceof Sized sized)
                || switch (sized.kind()) {
                    case VARCHAR, LONG_VARCHAR, NVARCHAR, LONG_NVARCHAR, CLOB, NCLOB -> true;
                    case CHAR, NCHAR, BINARY, VARBINARY, LONG_VARBINARY, BLOB -> false;
                };
    }

    /** @param guards what is asked before values lose room */
    Drafts drafts(boolean widens, List<Guard> guards) {
        Set<KeysByTriggers.Standing> away = away();
        standIns.guards(away).forEach(guard -> site.progress().guard(Ref.of(table), guard));
        List<Draft> steps = new ArrayList<>(standIns.standIn(away));
        steps.add(columns.modify(table, change.to(), algorithm));
        steps.addAll(standIns.comeBack(change));
        if (!widens) {
            return new Drafts(List.of(), List.of(), true, steps, List.of(), new Gate(guards, List.of()));
        }
        return new Drafts(steps, List.of(), true, List.of(verified()), takenBack(), Gate.NONE);
    }

    private Set<KeysByTriggers.Standing> away() {
        return standIns.neededBy(change, algorithm == Algorithm.ONLINE_COPY);
    }

    /** The type from before, however much of the change took effect. */
    List<Draft> takenBack() {
        return standIns.takenBack(away(), isAsBefore(), restore());
    }

    /** All is done, and can be taken back beside those who use the table until this is. */
    private Draft verified() {
        String what = "%s.%s has its new type".formatted(table, change.to().name());
        String query = "select case when %s then 0 else 1 end"
                .formatted(new MysqlCatalog(site.dialect())
                        .hasColumn(table, change.to().name(), change.to().type()));
        return site.writer().ddl("see that " + what, new Work.Verify(what, query), Cost.NONE, new Resume.Idempotent());
    }

    private Draft restore() {
        Column before = change.from();
        Draft modify = columns.modify(table, before, algorithm);
        Step step = modify.step();
        return new Draft(
                new Step(
                        step.description(),
                        step.work(),
                        Catalog.once(isAsBefore()),
                        step.hazard(),
                        step.lock(),
                        step.copies()),
                modify.placement());
    }

    private String isAsBefore() {
        return new MysqlCatalog(site.dialect())
                .hasColumn(table, change.from().name(), change.from().type());
    }
}
