package dev.godwit.dialect.standard;

import dev.godwit.change.Checkpoint;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steps that copy rows before a migration, look at them after it, and put them back. */
public final class CheckpointSteps {

    private final Site site;

    public CheckpointSteps(Site site) {
        this.site = site;
    }

    public Drafts checkpoint(Checkpoint change) {
        return Drafts.inOrder(
                switch (change.act()) {
                    case BACKUP ->
                        change.tables().stream().flatMap(this::backup).toList();
                    case VERIFY -> List.of(verify(change.what(), change.query()));
                    case VERIFY_UNCHANGED -> List.of(unchanged(change.tables().get(0), change.columns()));
                    case RESTORE -> restore(change.tables());
                });
    }

    /** Where one transaction holds all, writers wait until its end; elsewhere nothing holds them out. */
    private Stream<Draft> backup(QualifiedName name) {
        Table table = site.progress().table(name);
        QualifiedName copy = copyOf(name);
        List<Draft> steps = new ArrayList<>();
        String lock =
                "needs a maintenance window, since %s gives up all locks with each change of a definition: whoever writes to %s before the migration has ended loses that when the migration is undone"
                        .formatted(site.dialect().description(), name);
        if (site.dialect().hasTransactionalDdl()) {
            lock =
                    "writes to %s wait until the transaction has ended; where the migration takes more than one, it needs a maintenance window"
                            .formatted(name);
            steps.add(ddl(
                    "hold writes to %s out".formatted(name),
                    "lock table %s in share row exclusive mode".formatted(site.quote(name)),
                    lock,
                    new Resume.Transactional()));
        }
        steps.add(ddl(
                "make %s for the backup of %s".formatted(copy, name),
                site.definitions().createTable(bare(table, copy)),
                "",
                Catalog.once(site.catalog().hasTable(copy))));
        String columns = list(stored(table));
        steps.add(rows(
                "back up " + name,
                "insert into %s (%s) select %s from %s".formatted(site.quote(copy), columns, columns, site.quote(name)),
                copies(lock)));
        return steps.stream();
    }

    /** Its columns and its key, and nothing that would make up or refuse a value. */
    private static Table bare(Table table, QualifiedName copy) {
        List<Column> columns = stored(table).stream()
                .map(table.columns()::get)
                .map(column -> Column.of(column.name().toString(), column.type())
                        .withNullable(column.nullable())
                        .withCollation(column.collation()))
                .toList();
        return Table.of(copy, columns).withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), key(table))));
    }

    private Draft ddl(String description, String sql, String lock, Resume resume) {
        return site.writer().ddl(description, sql, lock.isEmpty() ? Cost.NONE : copies(lock), resume);
    }

    /** A backup was asked for, so nobody has to be asked again because the table is big. */
    private static Cost copies(String lock) {
        return new Cost(Hazard.COPIES_TABLE, lock, Optional.empty());
    }

    private Draft verify(String what, String query) {
        return site.writer().ddl("verify: " + what, new Work.Verify(what, query), Cost.NONE, new Resume.Idempotent());
    }

    /** As many rows as were backed up, and each with the values that it had. */
    private Draft unchanged(QualifiedName name, List<Identifier> columns) {
        Table table = site.progress().table(name);
        String same = Stream.concat(
                        key(table).stream().map(column -> "t.%1$s = k.%1$s".formatted(site.quote(column))),
                        columns.stream().map(column -> sameValue().formatted(site.quote(column))))
                .collect(Collectors.joining(" and "));
        String copy = site.quote(copyOf(site.progress().originOf(name)));
        String own = site.quote(name);
        return verify("%s has the rows that it had, with the same %s".formatted(name, columns), """
                select (select count(*) from %1$s k where not exists (select 1 from %2$s t where %3$s)) \
                + abs((select count(*) from %1$s) - (select count(*) from %2$s))""".formatted(
                        copy, own, same));
    }

    /** Down to the last bit: a collation may take different texts for equal. */
    private String sameValue() {
        return switch (site.dialect().kind()) {
            case POSTGRESQL, H2 -> "t.%1$s is not distinct from k.%1$s";
            case MARIADB, MYSQL -> "binary t.%1$s <=> binary k.%1$s";
        };
    }

    /**
     * The rows that were there get what they had, those that are gone come back, those that are new go: row by row, so
     * that nothing that refers to a row is touched, and all in one transaction.
     */
    private List<Draft> restore(List<QualifiedName> names) {
        List<Draft> steps = new ArrayList<>();
        List<QualifiedName> backwards = new ArrayList<>(names);
        Collections.reverse(backwards);
        backwards.forEach(name -> steps.add(rows(
                "remove rows that are not in the backup of " + name,
                "delete from %s where not exists (%s)".formatted(site.quote(name), inCopy(name)))));
        for (QualifiedName name : names) {
            Table table = site.progress().table(name);
            List<Identifier> values = new ArrayList<>(stored(table));
            values.removeAll(key(table));
            String copy = site.quote(copyOf(name));
            if (!values.isEmpty()) {
                String set = values.stream()
                        .map(column -> "%1$s = (select k.%1$s from %2$s k where %3$s)"
                                .formatted(site.quote(column), copy, sameKey(table)))
                        .collect(Collectors.joining(", "));
                steps.add(rows(
                        "give rows of %s the values of the backup".formatted(name),
                        "update %s set %s where exists (%s)".formatted(site.quote(name), set, inCopy(name))));
            }
            String columns = list(stored(table));
            steps.add(rows(
                    "bring rows of %s back from the backup".formatted(name),
                    "insert into %1$s (%2$s) select %2$s from %3$s k where not exists (select 1 from %1$s t where %4$s)"
                            .formatted(
                                    site.quote(name),
                                    columns,
                                    copy,
                                    key(table).stream()
                                            .map(column -> "t.%1$s = k.%1$s".formatted(site.quote(column)))
                                            .collect(Collectors.joining(" and ")))));
        }
        return steps;
    }

    private Draft rows(String description, String sql) {
        return rows(description, sql, Cost.online("rows that differ from the backup"));
    }

    private Draft rows(String description, String sql, Cost cost) {
        return new Draft(
                new Step(description, new Work.Sql(sql), new Resume.Transactional(), cost.hazard(), cost.lock()),
                Draft.Placement.TOGETHER);
    }

    private String inCopy(QualifiedName name) {
        return "select 1 from %s k where %s"
                .formatted(site.quote(copyOf(name)), sameKey(site.progress().table(name)));
    }

    private String sameKey(Table table) {
        return key(table).stream()
                .map(column -> "k.%2$s = %1$s.%2$s".formatted(site.quote(table.name()), site.quote(column)))
                .collect(Collectors.joining(" and "));
    }

    private QualifiedName copyOf(QualifiedName name) {
        return name.withName(site.progress().retention().backup(name));
    }

    private static List<Identifier> stored(Table table) {
        return table.columns().values().stream()
                .filter(column -> column.generatedAs().isEmpty())
                .map(Column::name)
                .toList();
    }

    private static List<Identifier> key(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElseThrow(() -> Refusals.cannotBackUp(table.name()));
    }

    private String list(Collection<Identifier> columns) {
        return columns.stream().map(site::quote).collect(Collectors.joining(", "));
    }
}
