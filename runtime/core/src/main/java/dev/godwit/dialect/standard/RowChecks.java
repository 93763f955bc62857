package dev.godwit.dialect.standard;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds rows that a way back would stumble over, before anything is executed: rows may have come, gone and changed since
 * the constraint was last there. The way forward meets rows that nobody promised anything about, and asks the database
 * by adding the constraint.
 */
public final class RowChecks {

    private final Site site;

    public RowChecks(Site site) {
        this.site = site;
    }

    /** Rows of a table as it is before the migration, by their primary key, else by all columns. */
    public String rows(QualifiedName name, String condition) {
        return rows(site.progress().whenAsked(name), name, condition);
    }

    /** A query for the rows of a table that stands under its new name already, by their keys. */
    public String rowsBetween(QualifiedName name, String condition) {
        return rows(name, name, condition);
    }

    private String rows(QualifiedName standing, QualifiedName name, String condition) {
        Table table = site.progress().table(name);
        return "select %s from %s where %s"
                .formatted(
                        shown(table).stream()
                                .map(column -> site.quote(site.progress().originOf(name, column)))
                                .collect(Collectors.joining(", ")),
                        site.quote(standing),
                        condition);
    }

    /** No two rows may have the same values. */
    public void unique(QualifiedName name, Collection<Identifier> columns) {
        if (!isAsked(name, columns)) {
            return;
        }
        String list = list(columns);
        String query = "select %s, count(*) as times from %s t where %s group by %s having count(*) > 1"
                .formatted(list, view(site.progress().table(name)), filled(columns), list);
        guard(name, query, Refusals.duplicates(name, List.copyOf(columns)));
    }

    /** An index that is unique is a key too; one over expressions shows only when it is built. */
    public void index(QualifiedName name, Index index) {
        if (index.unique() && index.columns().size() == index.parts().size()) {
            unique(name, index.columns());
        }
    }

    /** Every row must find the row that it refers to. */
    public void foreignKey(QualifiedName name, ForeignKey key) {
        if (site.progress().isWayBack()) {
            foreignKey(site.progress().table(name), key);
        }
    }

    /** Every row must find the row that it refers to. */
    public void foreignKey(Table table, ForeignKey key) {
        boolean parentAsIs = site.progress().isNew(key.referencedTable())
                || site.progress().isAsIs(key.referencedTable(), key.referencedColumns());
        if (key.definition().isPresent() || isLeftOpen() || !isAsked(table.name(), key.columns()) || !parentAsIs) {
            return;
        }
        String query = "select %s from %s t where %s%s"
                .formatted(list(shown(table)), view(table), filled(key.columns()), orphaned(key));
        guard(table.name(), query, Refusals.parentsGone(table.name(), key.name(), key.referencedTable()));
    }

    /** A table that the migration itself makes has no rows to refer to. */
    private String orphaned(ForeignKey key) {
        QualifiedName parent = key.referencedTable();
        if (site.progress().isNew(parent)) {
            return "";
        }
        List<String> same = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Identifier referred =
                    site.progress().originOf(parent, key.referencedColumns().get(i));
            same.add("p.%s = t.%s"
                    .formatted(site.quote(referred), site.quote(key.columns().get(i))));
        }
        return " and not exists (select 1 from %s p where %s)"
                .formatted(site.quote(site.progress().originOf(parent)), String.join(" and ", same));
    }

    /** Every row must fulfil the check. */
    public void check(QualifiedName name, Check check) {
        if (!site.progress().isWayBack() || isLeftOpen()) {
            return;
        }
        Table table = site.progress().table(name);
        List<Identifier> named = table.columns().keySet().stream()
                .filter(column -> CheckText.of(check.expression()).mentions(column))
                .toList();
        if (isAsked(name, named)) {
            String query =
                    "select %s from %s t where not (%s)".formatted(list(shown(table)), view(table), check.expression());
            guard(name, query, Refusals.checkFails(name, check.expression()));
        }
    }

    private boolean isAsked(QualifiedName table, Collection<Identifier> columns) {
        return site.progress().isWayBack() && site.progress().isAsIs(table, columns);
    }

    /** What need not hold for rows that are there is not asked, where the database knows such constraints. */
    private boolean isLeftOpen() {
        return site.progress().retention().leavesUnvalidated() && site.dialect().kind() == DatabaseKind.POSTGRESQL;
    }

    private void guard(QualifiedName table, String rows, String refusal) {
        site.progress().guard(Ref.of(table), Guard.listing(rows, refusal));
    }

    /** The table as it is before the migration, under the names that it will have. */
    private String view(Table table) {
        String columns = table.columns().values().stream()
                .filter(column -> site.progress().isAsIs(table.name(), List.of(column.name())))
                .map(column -> site.progress().valueBefore(table.name(), column.name(), site::quote) + " as "
                        + site.quote(column.name()))
                .collect(Collectors.joining(", "));
        return "(select %s from %s)"
                .formatted(columns, site.quote(site.progress().originOf(table.name())));
    }

    private List<Identifier> shown(Table table) {
        return table.primaryKey()
                .map(PrimaryKey::columns)
                .filter(key -> site.progress().isAsIs(table.name(), key))
                .orElseGet(() -> table.columns().values().stream()
                        .map(Column::name)
                        .filter(column -> site.progress().isAsIs(table.name(), List.of(column)))
                        .toList());
    }

    private String filled(Collection<Identifier> columns) {
        return columns.stream()
                .map(column -> site.quote(column) + " is not null")
                .collect(Collectors.joining(" and "));
    }

    private String list(Collection<Identifier> columns) {
        return columns.stream().map(site::quote).collect(Collectors.joining(", "));
    }
}
