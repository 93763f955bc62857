package dev.godwit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.Change;
import dev.godwit.change.DropStruct;
import dev.godwit.model.Backfills;
import dev.godwit.model.DeclaredRename;
import dev.godwit.model.Model;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.testing.RandomSchemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for any two schemas. */
class DifferPropertyTest {

    private static final int PAIRS = 1_000;
    private static final Settings SETTINGS =
            new Settings("shop", Naming.Convention.JPA, true, HibernateLine.V7, Map.of());

    private static Snapshot snapshot(Schema schema, Map<Ref, Origin> origins) {
        return new Snapshot(Optional.empty(), SETTINGS, schema, origins);
    }

    private static Model model(Schema schema) {
        return new Model(schema, Map.of(), Set.of(), List.of(), Backfills.NONE);
    }

    private static Schema replay(List<Change> changes, Schema before) {
        Schema schema = before;
        for (Change change : changes) {
            schema = change.apply(schema);
        }
        return schema;
    }

    @Test
    void theChangesLeadThereAndBack() {
        for (long seed = 0; seed < PAIRS; seed++) {
            RandomSchemas random = new RandomSchemas(seed);
            Schema a = random.schema();
            Schema b = seed % 2 == 0 ? random.schema() : random.edited(a);

            Difference difference = Differ.between(snapshot(a, Map.of()), model(b));

            assertThat(nameless(difference.after())).as("seed %d", seed).isEqualTo(nameless(b));
            assertThereAndBack(seed, a, difference);
            assertThat(Differ.between(snapshot(difference.after(), Map.of()), model(b))
                            .up())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void nothingLeadsFromASchemaToItself() {
        for (long seed = 0; seed < PAIRS; seed++) {
            Schema a = new RandomSchemas(seed).schema();
            Difference difference = Differ.between(snapshot(a, Map.of()), model(a));
            assertThat(difference.isEmpty()).as("seed %d", seed).isTrue();
            assertThat(difference.down()).as("seed %d", seed).isEmpty();
            assertThat(difference.findings()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void everyChangeIsUndoneByItsInverse() {
        for (long seed = 0; seed < PAIRS; seed++) {
            RandomSchemas random = new RandomSchemas(seed);
            Schema schema = random.schema();
            for (Change change : Differ.between(snapshot(schema, Map.of()), model(random.edited(schema)))
                    .up()) {
                Schema after = change.apply(schema);
                assertThat(replay(change.inverse(schema), after))
                        .as("seed %d: %s", seed, change)
                        .isEqualTo(schema);
                schema = after;
            }
        }
    }

    @Test
    void declaredRenamesLeadThereAndBackWhateverElseChanges() {
        int renamed = 0;
        for (long seed = 0; seed < PAIRS; seed++) {
            RandomSchemas random = new RandomSchemas(seed);
            Schema a = random.schema();
            RandomRenames renames = new RandomRenames(a, new Random(seed));
            Schema b = random.edited(renames.after);

            Difference difference = Differ.between(
                    snapshot(a, renames.formerOrigins),
                    new Model(b, renames.origins(b), Set.of(), renames.declared, Backfills.NONE));

            assertThat(nameless(difference.after())).as("seed %d", seed).isEqualTo(nameless(b));
            assertThereAndBack(seed, a, difference);
            renamed += difference.up().stream().filter(Kinds::isRename).count();
        }
        assertThat(renamed).isGreaterThan(PAIRS / 2);
    }

    @Test
    void whatLosesDataComesLast() {
        for (long seed = 0; seed < PAIRS; seed++) {
            RandomSchemas random = new RandomSchemas(seed);
            List<Boolean> losses =
                    Differ.between(snapshot(random.schema(), Map.of()), model(random.schema())).up().stream()
                            .filter(change -> !(change instanceof DropStruct))
                            .map(Kinds::losesData)
                            .toList();
            assertThat(losses).as("seed %d", seed).isSorted();
        }
    }

    private static void assertThereAndBack(long seed, Schema a, Difference difference) {
        assertThat(replay(difference.up(), a)).as("seed %d", seed).isEqualTo(difference.after());
        assertThat(replay(difference.down(), difference.after()))
                .as("seed %d", seed)
                .isEqualTo(a);
    }

    /** Without the names that nobody has to choose. */
    private static Schema nameless(Schema schema) {
        Schema result = schema;
        for (Table table : schema.tables().values()) {
            result = result.plus(table.withPrimaryKey(
                            table.primaryKey().map(key -> new PrimaryKey(Optional.empty(), key.columns())))
                    .withColumns(table.columns().values().stream()
                            .map(column -> column.withChecks(nameless(column.checks())))
                            .toList())
                    .withUniqueKeys(table.uniqueKeys().stream()
                            .map(key -> new UniqueKey(
                                    Optional.empty(),
                                    key.columns().stream().sorted().toList(),
                                    key.options()))
                            .collect(Collectors.toSet()))
                    .withChecks(nameless(table.checks())));
        }
        return result;
    }

    private static Set<Check> nameless(Set<Check> checks) {
        return checks.stream().map(check -> check.withName(Optional.empty())).collect(Collectors.toSet());
    }

    /** Renames of some tables and columns of a schema, declared as an entity would. */
    private static final class RandomRenames {

        private final List<DeclaredRename> declared = new ArrayList<>();
        private final Map<Ref, Origin> formerOrigins = new HashMap<>();
        private final Map<Ref, Origin> nowOrigins = new HashMap<>();
        private Schema after;

        RandomRenames(Schema before, Random random) {
            after = before;
            before.tables().values().forEach(table -> rename(table, random));
        }

        private void rename(Table table, Random random) {
            String entity = "shop." + table.name().toString().replaceAll("\\W", "_");
            String nowEntity = entity;
            QualifiedName name = table.name();
            formerOrigins.put(Ref.of(name), new Origin(entity, ""));
            switch (random.nextInt(4)) {
                case 0 -> {
                    nowEntity = entity + "New";
                    declared.add(new DeclaredRename(nowEntity, "", Optional.of(entity), Optional.empty()));
                    name = name.withName(Identifier.of(name.name().text() + "_new"));
                }
                case 1 -> {
                    declared.add(new DeclaredRename(entity, "", Optional.empty(), Optional.of(name.toString())));
                    name = name.withName(Identifier.of(name.name().text() + "_new"));
                }
                default -> {}
            }
            if (!name.equals(table.name())) {
                after = after.renamedTable(table.name(), name);
            }
            nowOrigins.put(Ref.of(name), new Origin(nowEntity, ""));
            for (Identifier column : table.columns().keySet()) {
                rename(new Place(table.name(), entity), new Place(name, nowEntity), column, random);
            }
        }

        private record Place(QualifiedName table, String entity) {}

        private void rename(Place former, Place now, Identifier column, Random random) {
            String path = "a" + column;
            Identifier to = Identifier.of(column.text() + "_new");
            formerOrigins.put(Ref.of(former.table(), column), new Origin(former.entity(), path));
            int choice = random.nextInt(4);
            if (choice > 1) {
                nowOrigins.put(Ref.of(now.table(), column), new Origin(now.entity(), path));
                return;
            }
            after = after.renamedColumn(now.table(), column, to);
            String nowPath = choice == 0 ? path : path + "New";
            declared.add(
                    choice == 0
                            ? new DeclaredRename(
                                    now.entity(), nowPath, Optional.empty(), Optional.of(column.toString()))
                            : new DeclaredRename(now.entity(), nowPath, Optional.of(path), Optional.empty()));
            nowOrigins.put(Ref.of(now.table(), to), new Origin(now.entity(), nowPath));
        }

        /** The notes on what the schema still has. */
        Map<Ref, Origin> origins(Schema schema) {
            Map<Ref, Origin> origins = new HashMap<>();
            nowOrigins.forEach((ref, origin) -> schema.table(ref.object())
                    .filter(table -> ref.column().isEmpty()
                            || table.column(ref.column().get()).isPresent())
                    .ifPresent(table -> origins.put(ref, origin)));
            return origins;
        }
    }
}
