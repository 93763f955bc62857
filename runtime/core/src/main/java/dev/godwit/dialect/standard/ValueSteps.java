package dev.godwit.dialect.standard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Transform;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.ValueStore;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Steps that keep the values which a migration replaces, and give them back to the rows that still have the new ones. */
public final class ValueSteps {

    private final Site site;
    private final ValueSql sql;

    ValueSteps(Site site) {
        this.site = site;
        this.sql = new ValueSql(site);
    }

    /**
     * An alteration, with what keeps the values that it replaces before it and what puts values back behind it.
     *
     * @param newValue what a row gets, as an expression over the row as it is before
     * @param types the steps among those of the alteration that make the types which the new value needs
     * @param alter the alteration's own steps
     */
    Drafts around(
            AlterColumn change,
            ColumnDifference difference,
            String newValue,
            List<Draft> types,
            Supplier<Drafts> alter) {
        List<Draft> before = keep(change, difference, newValue);
        boolean left =
                site.progress().isLeftReplaced(change.table(), change.to().name());
        List<Draft> back = left ? putBackAtContract(change) : putBack(change);
        Drafts drafts = alter.get();
        List<Draft> now = new ArrayList<>(drafts.now());
        now.addAll(types.isEmpty() ? 0 : now.indexOf(types.get(types.size() - 1)) + 1, before);
        now.addAll(left ? List.of() : back);
        return new Drafts(
                now, drafts.later(), drafts.waits(), left ? back : List.of(), drafts.abandon(), drafts.gate());
    }

    private List<Draft> keep(AlterColumn change, ColumnDifference difference, String newValue) {
        Optional<String> rows = change.forGood() ? Optional.empty() : new Loss(site).rows(change, difference);
        if (rows.isEmpty()) {
            return List.of();
        }
        Table table = site.progress().table(change.table());
        Optional<ValueStore> found =
                site.progress().replace(table, change.from().name());
        if (found.isEmpty()) {
            return List.of();
        }
        QualifiedName store = found.get().name();
        List<Draft> steps = new ArrayList<>(lock(table.name()));
        steps.add(create(store, table, change.from(), change.to()));
        steps.add(rows(
                "keep the values of %s.%s that are replaced"
                        .formatted(table.name(), change.from().name()),
                sql.keep(store, table, change.from(), change.to(), newValue, rows.get()),
                Cost.copies(table.name(), "reads " + table.name() + ", and copies the values that change")));
        return steps;
    }

    /** Nobody replaces a value between its being read and its being replaced. */
    private List<Draft> lock(QualifiedName table) {
        return site.dialect().hasTransactionalDdl()
                ? List.of(site.writer()
                        .ddl(
                                "hold writes to %s out".formatted(table),
                                "lock table %s in share row exclusive mode".formatted(site.quote(table)),
                                Cost.brief("writes to %s wait until the transaction has ended".formatted(table)),
                                new Resume.Transactional()))
                : List.of();
    }

    private Draft create(QualifiedName store, Table table, Column from, Column to) {
        List<Column> key =
                ValueSql.key(table).stream().map(table.columns()::get).toList();
        return site.writer()
                .ddl(
                        "make %s for values of %s.%s".formatted(store, table.name(), from.name()),
                        sql.create(store, key, from, to),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasTable(store)));
    }

    /**
     * What has to be there before rows get values batch by batch, and what the batches keep.
     *
     * @param steps before the first batch
     */
    record Batched(List<Draft> steps, List<Work.Keeping> keeping) {}

    /** Keeps the values that batches replace in columns, where the batches follow the primary key. */
    Batched inBatches(QualifiedName name, List<Identifier> key, List<Identifier> columns) {
        List<Draft> steps = new ArrayList<>();
        List<Work.Keeping> keeping = new ArrayList<>();
        Table table = site.progress().table(name);
        if (Set.copyOf(key).equals(Set.copyOf(ValueSql.key(table)))) {
            for (Identifier column : columns) {
                Optional<ValueStore> store = site.progress().replace(table, column);
                if (store.isPresent()) {
                    Column definition = table.columns().get(column);
                    steps.add(create(store.get().name(), table, definition, definition));
                    keeping.add(new Work.Keeping(column, store.get().name()));
                }
            }
        }
        return new Batched(steps, keeping);
    }

    Batched inBatches(Transform change) {
        return change.forGood()
                ? new Batched(List.of(), List.of())
                : inBatches(change.table(), change.key(), change.writes());
    }

    /** The values that come back into the column as it will be. */
    private Optional<ValueStore> storeOf(AlterColumn change) {
        return site.progress().retention().replaced().stream()
                .filter(store -> store.table().equals(change.table())
                        && store.column().equals(change.to().name()))
                .filter(store -> site.progress()
                        .retention()
                        .restores(
                                store, change.to(), ValueSql.key(site.progress().table(change.table()))))
                .findFirst();
    }

    /** Rows are told apart one by one: until then whoever writes has gone on writing. */
    private List<Draft> putBackAtContract(AlterColumn change) {
        Optional<ValueStore> found = storeOf(change);
        if (found.isEmpty()) {
            return List.of();
        }
        ValueStore store = found.get();
        site.progress().retention().putOff(store.name());
        Table table = site.progress().table(change.table());
        Column column = change.to();
        return List.of(
                site.writer()
                        .batches(
                                back(table, column),
                                new Work.Fill(
                                        table.name(),
                                        ValueSql.key(table),
                                        sql.giveBack(store.name(), table.name(), ValueSql.key(table), column),
                                        sql.hasNewValue(store.name(), table.name(), ValueSql.key(table), column.name()),
                                        List.of()),
                                Cost.online("rows of %s that get values back, batch by batch".formatted(table.name()))),
                drop(store));
    }

    /** The steps that put values back as soon as the column has the type again that they are of. */
    private List<Draft> putBack(AlterColumn change) {
        Optional<ValueStore> found = storeOf(change);
        if (found.isEmpty()) {
            return List.of();
        }
        ValueStore store = found.get();
        Table table = site.progress().table(change.table());
        site.progress().putBack(store);
        site.progress()
                .given(
                        table.name(),
                        change.to().name(),
                        sql.afterwards(
                                store.name(),
                                site.progress().originOf(table.name()),
                                origins(table),
                                site.progress()
                                        .originOf(table.name(), change.to().name()),
                                change.to()));
        return putBack(store, table, change.to());
    }

    private List<Draft> putBack(ValueStore store, Table table, Column column) {
        return List.of(
                rows(
                        back(table, column),
                        sql.putBack(store.name(), table.name(), ValueSql.key(table), column),
                        Cost.online("rows of %s that get values back".formatted(table.name()))),
                drop(store));
    }

    private static String back(Table table, Column column) {
        return "give rows of %s their values in %s back".formatted(table.name(), column.name());
    }

    private Draft drop(ValueStore store) {
        return site.writer()
                .ddl(
                        "drop %s, whose values are back".formatted(store.name()),
                        "drop table " + site.quote(store.name()),
                        Cost.NONE,
                        Catalog.onceNot(site.catalog().hasTable(store.name())));
    }

    /** Tells the rows apart that still have the values that the migration gave them, before it changes any of them. */
    List<Draft> beginning() {
        List<Draft> steps = new ArrayList<>();
        for (ValueStore store : due()) {
            Table table = site.progress().table(store.table());
            QualifiedName name = site.progress().originOf(store.table());
            steps.addAll(lock(name));
            steps.add(rows(
                    "tell rows of %s apart that have changed since".formatted(name),
                    sql.forget(
                            store.name(),
                            name,
                            origins(table),
                            site.progress().originOf(store.table(), store.column())),
                    Cost.online(
                            site.dialect().hasTransactionalDdl()
                                    ? ""
                                    : "needs a maintenance window: what others write to %s.%s before the migration has ended may give way to the old value"
                                            .formatted(store.table(), store.column()))));
        }
        return steps;
    }

    /** Puts the values back that no alteration has put back. */
    List<Draft> ending() {
        List<Draft> steps = new ArrayList<>();
        for (ValueStore store : due()) {
            if (!site.progress().isPutBack(store)) {
                Table table = site.progress().table(store.table());
                steps.addAll(putBack(store, table, table.columns().get(store.column())));
            }
        }
        return steps;
    }

    /** Stores whose columns are in the end what they were when the values were kept. */
    private List<ValueStore> due() {
        return site.progress().retention().replaced().stream()
                .filter(store -> !site.progress().isLeftReplaced(store.table(), store.column()))
                .filter(this::isDue)
                .toList();
    }

    private boolean isDue(ValueStore store) {
        return site.progress().isPutBack(store)
                || site.progress()
                        .schema()
                        .table(store.table())
                        .filter(table -> site.progress().hadValues(table.name(), store.column()))
                        .filter(table -> table.column(store.column())
                                .filter(column ->
                                        site.progress().retention().restores(store, column, ValueSql.key(table)))
                                .isPresent())
                        .isPresent();
    }

    private List<Identifier> origins(Table table) {
        return ValueSql.key(table).stream()
                .map(column -> site.progress().originOf(table.name(), column))
                .toList();
    }

    private static Draft rows(String description, String sql, Cost cost) {
        return new Draft(
                new Step(
                        description,
                        new Work.Sql(sql),
                        new Resume.Transactional(),
                        cost.hazard(),
                        cost.lock(),
                        cost.copied()),
                Draft.Placement.TOGETHER);
    }
}
