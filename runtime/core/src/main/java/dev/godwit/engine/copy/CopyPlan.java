package dev.godwit.engine.copy;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddIndex;
import dev.godwit.change.AddUnique;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropCheck;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropIndex;
import dev.godwit.change.DropUnique;
import dev.godwit.dialect.Dialect;
import dev.godwit.plan.Hazard;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.plan.Work;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Filling a database that has the schema and no rows that count: constraints and indexes go, rows come, constraints and
 * indexes are made of what is there then, all at once instead of row by row.
 */
public final class CopyPlan {

    private final Dialect dialect;
    private final Schema schema;

    public CopyPlan(Dialect dialect, Schema schema) {
        this.dialect = dialect;
        this.schema = schema;
    }

    /** The tables, as far as their rows are concerned. */
    public List<CopiedTable> tables() {
        return schema.tables().values().stream().map(CopiedTable::of).toList();
    }

    public Plan plan() {
        List<StepGroup> groups = new ArrayList<>();
        groups.addAll(alone(dialect.plan(dropped(), () -> schema).steps()));
        tables().forEach(table -> groups.add(alone(emptied(table))));
        tables().forEach(table -> groups.add(alone(copied(table))));
        groups.addAll(alone(made()));
        return new Plan(List.of(), groups);
    }

    private List<Change> dropped() {
        return Stream.concat(
                        schema.tables().values().stream()
                                .flatMap(table -> table.foreignKeys().stream()
                                        .map(key -> (Change) new DropForeignKey(table.name(), key.name()))),
                        schema.tables().values().stream().flatMap(CopyPlan::dropped))
                .toList();
    }

    private static Stream<Change> dropped(Table table) {
        return Stream.of(
                        table.indexes().stream().map(index -> (Change) new DropIndex(table.name(), index.name())),
                        table.uniqueKeys().stream().map(key -> (Change) new DropUnique(table.name(), key)),
                        table.checks().stream().map(check -> (Change) new DropCheck(table.name(), check)))
                .flatMap(changes -> changes);
    }

    /** As for tables that the same migration has created: nobody uses them, so the plain forms do. */
    private List<Step> made() {
        List<Change> bare = schema.tables().values().stream()
                .map(table -> (Change) new CreateTable(bare(table)))
                .toList();
        List<Change> all = new ArrayList<>(bare);
        schema.tables().values().forEach(table -> all.addAll(made(table)));
        schema.tables()
                .values()
                .forEach(table -> table.foreignKeys().forEach(key -> all.add(new AddForeignKey(table.name(), key))));
        int creating = dialect.plan(bare, () -> withoutTables()).steps().size();
        List<Step> steps = dialect.plan(all, () -> withoutTables()).steps();
        return steps.subList(creating, steps.size());
    }

    private static List<Change> made(Table table) {
        List<Change> changes = new ArrayList<>();
        table.uniqueKeys().forEach(key -> changes.add(new AddUnique(table.name(), key)));
        table.checks().forEach(check -> changes.add(new AddCheck(table.name(), check)));
        table.indexes().forEach(index -> changes.add(new AddIndex(table.name(), index)));
        return changes;
    }

    private static Table bare(Table table) {
        return table.withUniqueKeys(Set.of())
                .withForeignKeys(Set.of())
                .withChecks(Set.of())
                .withIndexes(Set.of());
    }

    private Schema withoutTables() {
        Schema rest = schema;
        for (Table table : schema.tables().values()) {
            rest = rest.minusTable(table.name());
        }
        return rest;
    }

    private Step emptied(CopiedTable table) {
        return new Step(
                "empty " + table.name(),
                new Work.Sql("truncate table " + dialect.quote(table.name())),
                new Resume.Idempotent(),
                Hazard.LOSES_DATA,
                "");
    }

    private static Step copied(CopiedTable table) {
        return new Step(
                "copy " + table.name(), new Work.CopyRows(table.name()), new Resume.Batched(), Hazard.ONLINE, "");
    }

    private List<StepGroup> alone(List<Step> steps) {
        return steps.stream().map(this::alone).toList();
    }

    private StepGroup alone(Step step) {
        boolean transactional = dialect.hasTransactionalDdl() && step.resume() instanceof Resume.Transactional;
        return new StepGroup(List.of(step), transactional);
    }
}
