package dev.godwit.dialect.mysql;

import dev.godwit.change.DropForeignKey;
import dev.godwit.change.RenameColumn;
import dev.godwit.dialect.phased.Defaults;
import dev.godwit.dialect.phased.Filling;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.phased.RenamedColumn;
import dev.godwit.dialect.phased.Twins;
import dev.godwit.dialect.phased.Wording;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.StandIns;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column under another name on MySQL and MariaDB. No statement can end the triggers and give the old column the new name
 * at once, so the twin stays: it gets all that the old column has before the triggers end.
 */
final class MysqlColumnRename {

    private final Site site;
    private final MysqlColumnSteps columns;
    private final MysqlKeySteps keys;
    private final RenameColumn change;
    private final QualifiedName name;
    private final Table table;
    private final RenamedColumn renamed;
    private final Optional<String> standIn;
    private final Twins twins;
    private final MysqlTriggers triggers;
    private final TwinKeys twinKeys;

    MysqlColumnRename(Site site, MysqlColumnSteps columns, MysqlKeySteps keys, RenameColumn change) {
        this.site = site;
        this.columns = columns;
        this.keys = keys;
        this.change = change;
        this.name = change.table();
        this.table = site.progress().table(name);
        this.renamed = RenamedColumn.of(site, change);
        refuseKeys();
        this.standIn = standIn();
        this.twins = renamed.twins(site, standIn);
        this.triggers = new MysqlTriggers(site);
        this.twinKeys = new TwinKeys(site, keys, table, change.from(), change.to());
    }

    /** Other tables refer to a key, and would have to be written by two versions too. */
    private void refuseKeys() {
        boolean key = table.primaryKey()
                .filter(primary -> primary.columns().contains(change.from()))
                .isPresent();
        boolean referred = site.progress().schema().tables().values().stream()
                .flatMap(each -> each.foreignKeys().stream())
                .anyMatch(foreign -> foreign.referencedTable().equals(name)
                        && foreign.referencedColumns().contains(change.from()));
        if (key || referred || renamed.column().identity()) {
            throw PhasedRefusals.cannot(
                    "column %s.%s is renamed".formatted(name, change.from()),
                    "it is a key that rows are found and referred to by, and %s cannot have two of them in step"
                            .formatted(site.dialect().description()));
        }
    }

    /** What the old column holds where the new version, which does not know it, adds a row; its trigger sees to the rest. */
    private Optional<String> standIn() {
        Column column = renamed.column();
        return column.nullable() || column.defaultSql().isPresent()
                ? Optional.empty()
                : StandIns.of(site.dialect().render(column.type()));
    }

    Drafts drafts() {
        Wording words = triggers.words(twins);
        triggers.guards(twins).forEach(guard -> site.progress().guard(Ref.of(name, change.from()), guard));
        List<Draft> now = new ArrayList<>();
        now.add(ddl(
                "add column %s.%s beside %s".formatted(name, change.to(), change.from()),
                site.alter(name) + "add column " + site.definitions().column(renamed.twin()),
                Algorithm.INSTANT,
                Catalog.once(site.catalog().hasColumn(name, change.to()))));
        now.addAll(twinKeys.create());
        standIn.ifPresent(value -> now.add(
                setDefault(" set default " + Defaults.sql(site, renamed.column(), value), new Resume.Idempotent())));
        now.addAll(triggers.create(twins));
        now.add(new Filling(site).of(twins, words));
        String rows = new RowChecks(site).rowsBetween(name, twins.apart(words));
        Gate gate = new Gate(
                List.of(Guard.listing(rows, PhasedRefusals.apart(twins.subject()))), List.of(triggers.watch(twins)));
        return new Drafts(now, List.of(), true, contract(), abandon(), gate);
    }

    /** Without the triggers new rows are all alike in the old column, and old ones stale: no key may stand on it then. */
    private List<Draft> contract() {
        List<Draft> steps = new ArrayList<>(
                columns.become(name, renamed.twin(), renamed.column().withName(change.to())));
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().contains(change.from())) {
                steps.addAll(keys.dropForeignKey(new DropForeignKey(name, key.name()))
                        .now());
            }
        }
        steps.addAll(twinKeys.takeNames());
        steps.addAll(triggers.drop(twins));
        steps.add(ddl(
                "drop column %s.%s, whose values %s has".formatted(name, change.from(), change.to()),
                site.alter(name) + "drop column " + site.quote(change.from()),
                Algorithm.INSTANT,
                Catalog.onceNot(site.catalog().hasColumn(name, change.from()))));
        steps.addAll(twinKeys.takeForeignKeys());
        return steps;
    }

    private List<Draft> abandon() {
        List<Draft> steps = new ArrayList<>(triggers.dropIfThere(twins));
        steps.addAll(twinKeys.drop());
        steps.add(ddl(
                "drop column %s.%s again".formatted(name, change.to()),
                site.alter(name) + "drop column " + site.quote(change.to()),
                Algorithm.INSTANT,
                Catalog.onceNot(site.catalog().hasColumn(name, change.to()))));
        standIn.ifPresent(value -> steps.add(
                setDefault(" drop default", Catalog.onceNot(site.catalog().hasColumn(name, change.from())))));
        return steps;
    }

    private Draft setDefault(String action, Resume resume) {
        return ddl(
                "change default of %s.%s".formatted(name, change.from()),
                site.alter(name) + "alter column " + site.quote(change.from()) + action,
                Algorithm.INSTANT,
                resume);
    }

    private Draft ddl(String description, String sql, Algorithm algorithm, Resume resume) {
        return site.writer().ddl(description, sql + algorithm.of(site, name), algorithm.cost(name), resume);
    }
}
