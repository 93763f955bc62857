package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DatabaseKind;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Applies every rule to every change of a migration. */
public final class Hazards {

    private static final List<Rule> RULES = List.of(
            new ColumnDropped(),
            new TableDropped(),
            new ColumnRenamed(),
            new TableRenamed(),
            new RequiredColumnWithoutValue(),
            new BecomesRequired(),
            new TypeChangeRewrites(),
            new UniqueOnExistingRows(),
            new PrimaryKeyOnExistingRows(),
            new ForeignKeyCopiesTable(),
            new ForeignKeyWithoutIndex(),
            new CheckCopiesTable(),
            new VolatileDefault(),
            new StoredGeneratedColumn(),
            new IdentityOnExistingRows(),
            new EnumValuesRemoved(),
            new EnumValueAdded(),
            new EnumReordered(),
            new UndeclaredSql(),
            new UnresumableSql(),
            new WideIndex(),
            new SqlWritesAtOnce(),
            new SqlLocksTable(),
            new SqlEndsTransaction(),
            new SqlForSomeDatabases(),
            new NarrowKey(),
            new JsonWithoutEquality(),
            new RequiredNoMore(),
            new PreparedInserts(),
            new PreparedSelects(),
            new CodeRunsLater());

    /** Of what the running version meets in values and statements no plan can spare it anything. */
    private static final List<Rule> UNSPARED = List.of(
            new EnumValueAdded(),
            new RequiredNoMore(),
            new PreparedInserts(),
            new PreparedSelects(),
            new CodeRunsLater());

    private Hazards() {}

    /**
     * What the running version meets of a migration, be it in phases, in the order of the changes.
     *
     * @param before the schema before the first change
     * @param databases the databases that it runs on
     * @throws dev.godwit.change.PreconditionException when the changes do not fit the schema
     */
    public static List<Finding> unspared(List<Change> changes, Schema before, Set<DatabaseKind> databases) {
        return perChange(UNSPARED, changes, before, databases).stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What to know about a migration, in the order of its changes.
     *
     * @param before the schema before the first change
     * @param databases the databases that it may run on
     * @throws dev.godwit.change.PreconditionException when the changes do not fit the schema
     */
    public static List<Finding> of(List<Change> changes, Schema before, Set<DatabaseKind> databases) {
        return perChange(changes, before, databases).stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What to know about each change of a migration.
     *
     * @param before the schema before the first change
     * @param databases the databases that it may run on
     * @throws dev.godwit.change.PreconditionException when the changes do not fit the schema
     */
    public static List<List<Finding>> perChange(List<Change> changes, Schema before, Set<DatabaseKind> databases) {
        return perChange(RULES, changes, before, databases);
    }

    private static List<List<Finding>> perChange(
            List<Rule> rules, List<Change> changes, Schema before, Set<DatabaseKind> databases) {
        Schema after = before;
        for (Change change : changes) {
            after = change.apply(after);
        }
        List<List<Finding>> findings = new ArrayList<>();
        Set<QualifiedName> newTables = new HashSet<>();
        Schema schema = before;
        for (Change change : changes) {
            Situation situation = new Situation(schema, after, newTables, databases, changes);
            findings.add(rules.stream()
                    .flatMap(rule -> rule.check(change, situation).stream())
                    .toList());
            if (change instanceof CreateTable create) {
                newTables.add(create.table().name());
            }
            schema = change.apply(schema);
        }
        return List.copyOf(findings);
    }
}
