package dev.godwit.diff;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddIndex;
import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.AlterSequence;
import dev.godwit.change.AlterTableOptions;
import dev.godwit.change.Change;
import dev.godwit.change.CommentTable;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateStruct;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropSequence;
import dev.godwit.change.DropStruct;
import dev.godwit.change.DropTable;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import dev.godwit.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The changes that lead from one schema to another, in an order that applies: what is in the way goes first, then
 * renames, what is new, values that move to it, what changes, keys and foreign keys; what loses data comes last. Within each step tables come
 * by name, so that the same schemas give the same list.
 */
final class Route {

    private final Schema to;
    private final StatedValues values;
    private final Moves moves;
    private final Walk walk;

    private Route(Schema from, Schema to, StatedValues values, Moves moves) {
        this.to = to;
        this.values = values;
        this.moves = moves;
        this.walk = new Walk(from);
    }

    /**
     * @param values what rows that are there get
     * @param moves what they get from other tables
     */
    static List<Change> between(Schema from, Schema to, Renames renames, StatedValues values, Moves moves) {
        return from.equals(to)
                ? List.of()
                : new Route(from, to, values, moves).changes(new Obstacles(from, to, renames));
    }

    private List<Change> changes(Obstacles obstacles) {
        new Clearing(obstacles, walk).clear();
        walk.all(obstacles.renames().changes());
        structs();
        createSequences();
        Schema renamed = walk.current();
        createTables();
        tables(this::addColumns);
        walk.all(moves.changes(renamed, to));
        tables(this::alter);
        alterSequences();
        tables(this::addKeys);
        tables(this::addForeignKeys);
        tables(this::dropColumns);
        dropTables();
        dropSequences();
        dropStructs();
        return walk.end(to);
    }

    /** What is done to one table: as it stands, and as it is to be. */
    private interface Step {
        void take(Table now, Table wanted);
    }

    private void tables(Step step) {
        new TreeMap<>(to.tables())
                .forEach((name, wanted) -> step.take(walk.current().table(name).orElseThrow(), wanted));
    }

    /** The database keeps a type's attributes as they are, so another type of the name takes its place. */
    private void structs() {
        new TreeMap<>(to.structs())
                .values().stream()
                        .filter(wanted -> !walk.current().structs().containsValue(wanted))
                        .forEach(wanted -> {
                            Optional<Struct> former = walk.current().struct(wanted.name());
                            former.ifPresent(struct -> walk.add(new DropStruct(struct)));
                            walk.add(new CreateStruct(wanted));
                        });
    }

    private void createSequences() {
        new TreeMap<>(to.sequences())
                .values().stream()
                        .filter(wanted -> walk.current().sequence(wanted.name()).isEmpty())
                        .forEach(wanted -> walk.add(new CreateSequence(wanted)));
    }

    /**
     * In the model's order, which is Hibernate's and decides names that a database makes up. Foreign keys follow when all
     * tables are there, so that tables may refer to each other in a circle.
     */
    private void createTables() {
        to.tables().values().stream()
                .filter(wanted -> walk.current().table(wanted.name()).isEmpty())
                .forEach(wanted -> walk.add(new CreateTable(wanted.withForeignKeys(Set.of()))));
    }

    private void addColumns(Table now, Table wanted) {
        wanted.columns().values().stream()
                .filter(column -> now.column(column.name()).isEmpty())
                .sorted(Comparator.comparing(column -> column.generatedAs().isPresent()))
                .forEach(column -> walk.add(added(wanted.name(), column)));
    }

    /** A column that values move to may be empty until they have. */
    private AddColumn added(QualifiedName table, Column column) {
        Ref place = Ref.of(table, column.name());
        Optional<String> value =
                values.ofNew(table, column).or(() -> moves.root(place).filter(root -> Moves.needsValue(column)));
        boolean waits = value.isEmpty() && Moves.needsValue(column) && moves.isTarget(place);
        return new AddColumn(table, waits ? column.withNullable(true) : column, value);
    }

    private void alter(Table now, Table wanted) {
        QualifiedName name = wanted.name();
        wanted.columns()
                .values()
                .forEach(column -> now.column(column.name())
                        .filter(former -> !former.equals(column))
                        .ifPresent(former -> walk.add(
                                new AlterColumn(name, former, column, values.ofChange(name, former, column)))));
        if (!now.comment().equals(wanted.comment())) {
            walk.add(new CommentTable(name, now.comment(), wanted.comment()));
        }
        if (!now.options().equals(wanted.options())) {
            walk.add(new AlterTableOptions(name, now.options(), wanted.options()));
        }
    }

    private void alterSequences() {
        new TreeMap<>(to.sequences()).forEach((name, wanted) -> {
            Sequence now = walk.current().sequence(name).orElseThrow();
            if (!now.equals(wanted)) {
                walk.add(new AlterSequence(now, wanted));
            }
        });
    }

    private void addKeys(Table now, Table wanted) {
        QualifiedName name = wanted.name();
        wanted.primaryKey()
                .filter(key -> now.primaryKey().isEmpty())
                .ifPresent(key -> walk.add(new AddPrimaryKey(name, key)));
        wanted.uniqueKeys().stream()
                .filter(key -> !now.uniqueKeys().contains(key))
                .forEach(key -> walk.add(new AddUnique(name, key)));
        wanted.checks().stream()
                .filter(check -> !now.checks().contains(check))
                .forEach(check -> walk.add(new AddCheck(name, check)));
        wanted.indexes().stream()
                .filter(index -> !now.indexes().contains(index))
                .forEach(index -> walk.add(new AddIndex(name, index)));
    }

    private void addForeignKeys(Table now, Table wanted) {
        wanted.foreignKeys().stream()
                .filter(key -> !now.foreignKeys().contains(key))
                .forEach(key -> walk.add(new AddForeignKey(wanted.name(), key)));
    }

    /** Computed columns go before those that they are computed from. */
    private void dropColumns(Table now, Table wanted) {
        now.columns().values().stream()
                .filter(column -> wanted.column(column.name()).isEmpty())
                .sorted(Comparator.comparing(
                                (Column column) -> column.generatedAs().isEmpty())
                        .thenComparing(Column::name))
                .forEach(column -> walk.add(new DropColumn(wanted.name(), column.name())));
    }

    private void dropTables() {
        new TreeMap<>(walk.current().tables())
                .keySet().stream()
                        .filter(name -> to.table(name).isEmpty())
                        .forEach(name -> walk.add(new DropTable(name)));
    }

    private void dropSequences() {
        new TreeMap<>(walk.current().sequences())
                .keySet().stream()
                        .filter(name -> to.sequence(name).isEmpty())
                        .forEach(name -> walk.add(new DropSequence(name)));
    }

    private void dropStructs() {
        new TreeMap<>(walk.current().structs())
                .values().stream()
                        .filter(struct -> to.struct(struct.name()).isEmpty())
                        .forEach(struct -> walk.add(new DropStruct(struct)));
    }
}
