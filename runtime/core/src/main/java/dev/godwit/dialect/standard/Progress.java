package dev.godwit.dialect.standard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.CreateTable;
import dev.godwit.change.FillColumn;
import dev.godwit.change.Footprint;
import dev.godwit.change.MoveValues;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameTable;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Course;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Retention;
import dev.godwit.plan.ValueStore;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How far the planning of one migration has come: the schema at that point, and what has happened since the start. */
public final class Progress {

    private final Course course;
    private final Supplier<Schema> before;
    private final List<Change> unapplied = new ArrayList<>();
    private boolean later;
    private final List<Footprint> rowsTouched = new ArrayList<>();
    private final Set<QualifiedName> created = new HashSet<>();
    private final Set<QualifiedName> back = new HashSet<>();
    private final Origins origins = new Origins();
    private final ColumnSet added = new ColumnSet();
    private final ColumnSet restored = new ColumnSet();
    private final ColumnSet replaced = new ColumnSet();
    private final ColumnSet left = new ColumnSet();
    private final Set<ValueStore> putBack = new HashSet<>();
    private final Set<QualifiedName> rowsUnknown = new HashSet<>();
    private final List<Guard> guards = new ArrayList<>();
    private final Retention retention;
    private Optional<Schema> schema = Optional.empty();

    Progress(Course course) {
        this.course = course;
        this.before = course.before();
        this.retention = course.retention();
    }

    /** What is being planned. */
    Course course() {
        return course;
    }

    /** The schema that the next change finds. */
    public Schema schema() {
        Schema current = schema.orElseGet(before);
        for (Change change : unapplied) {
            current = change.apply(current);
        }
        unapplied.clear();
        schema = Optional.of(current);
        return current;
    }

    /**
     * Plans something as if a change came before it that the migration does not have. What is asked about it is asked when
     * that change is made, so that tables have their names of then.
     */
    public <T> T after(Change change, Supplier<T> planned) {
        Schema current = schema();
        boolean outer = later;
        schema = Optional.of(change.apply(current));
        later = true;
        try {
            return planned.get();
        } finally {
            schema = Optional.of(current);
            later = outer;
        }
    }

    /** The table as the next change finds it. */
    public Table table(QualifiedName name) {
        return schema().table(name).orElseThrow(() -> new IllegalStateException("There is no table " + name));
    }

    /** Whether the table was made by the same migration, so that nobody uses it yet. */
    public boolean isNew(QualifiedName table) {
        return created.contains(table);
    }

    /** Whether no version before the migration knows the table: the migration has made it, or has brought it back. */
    public boolean isUnknownBefore(QualifiedName table) {
        return isNew(table) || back.contains(table);
    }

    /**
     * Asks something before anything is executed.
     *
     * @param subject what the question is about: nothing is asked when the migration itself has made it, or has touched
     *     its rows before
     */
    public void guard(Ref subject, Guard guard) {
        if (isAsIs(subject)) {
            guards.add(guard);
        }
    }

    /** Whether the migration itself has added the column, so that no earlier version knows it. */
    public boolean isAdded(QualifiedName table, Identifier column) {
        return isNew(table) || added.has(table, column);
    }

    /**
     * Whether no version before the migration knows the column, so that a constraint on it can be asked about before
     * anything is executed: the migration has added it, or brings it back with the values that it had and nothing else.
     */
    public boolean isUnknownBefore(QualifiedName table, Identifier column) {
        return isUnknownBefore(table)
                || added.has(table, column)
                || restored.has(table, column) && origins.isOther(table, column);
    }

    private boolean isAsIs(Ref subject) {
        return !isTouched(subject) && !isNew(subject.object()) && !added.has(subject);
    }

    /** Asks something about rows, which the caller knows to be as they were before the migration. */
    public void guardRows(Guard guard) {
        guards.add(guard);
    }

    /** Whether columns of rows are as before the migration, but for rows that are stated one by one. */
    boolean areRowsAsIs(QualifiedName table, Collection<Identifier> columns) {
        return !isNew(table)
                && !rowsUnknown.contains(originOf(table))
                && columns.stream().noneMatch(column -> added.has(table, column));
    }

    /** Whether the migration itself has made the table, and has put no row into it. */
    boolean isEmpty(QualifiedName table) {
        return isNew(table) && !isTouched(Ref.of(table));
    }

    /** Whether a column that was kept has come back with the values that it had. */
    boolean isRestored(QualifiedName table, Identifier column) {
        return restored.has(table, column);
    }

    /** Whether all columns hold what they held before the migration. */
    public boolean isAsIs(QualifiedName table, Collection<Identifier> columns) {
        return columns.stream().allMatch(column -> isAsIs(Ref.of(table, column)));
    }

    /** What a row has in a column before the migration; in one that comes back, what it will be given. */
    String valueBefore(QualifiedName table, Identifier column, Function<Identifier, String> quote) {
        return origins.value(table, column, quote);
    }

    /** Says that rows without a value in a column that comes back are given one. */
    void given(QualifiedName table, Identifier column, String value) {
        origins.given(table, column, value);
    }

    /** How many changes of the migration have executed code or SQL over these rows. */
    long timesTouched(Ref subject) {
        return rowsTouched.stream()
                .filter(footprint ->
                        footprint.everything() || footprint.writes().stream().anyMatch(subject::overlaps))
                .count();
    }

    /** Whether the migration has executed code or SQL over these rows. */
    private boolean isTouched(Ref subject) {
        return timesTouched(subject) > 0;
    }

    /** Whether rows are met that were there before the constraints that the migration adds. */
    public boolean isWayBack() {
        return retention.isWayBack() || !restored.isEmpty();
    }

    /** Under which name a table is kept that is about to be dropped; empty: nothing of it is worth keeping. */
    public Optional<Identifier> retire(Table table) {
        return isNew(table.name()) ? Optional.empty() : retention.retire(table, live(table.name()));
    }

    /** Under which name a column is kept that is about to be dropped; empty: nothing of it is worth keeping. */
    public Optional<Identifier> retire(QualifiedName table, Column column) {
        boolean nothing = isNew(table) || column.generatedAs().isPresent() || added.has(table, column.name());
        return nothing ? Optional.empty() : retention.retire(table, column, live(table));
    }

    /** The name before the migration, as long as the rows are those from before it. */
    private Optional<QualifiedName> live(QualifiedName table) {
        return isTouched(Ref.of(table)) ? Optional.empty() : Optional.of(originOf(table));
    }

    /** Under which name a table is kept that is about to be created; from here on it is one with rows. */
    public Optional<Identifier> restore(Table table) {
        Optional<Identifier> kept = retention.kept(table);
        kept.ifPresent(name -> {
            created.remove(table.name());
            back.add(table.name());
            origins.put(table.name(), table.name().withName(name));
        });
        return kept;
    }

    /** Under which name a column is kept that is about to be added; from here on it is one with values. */
    public Optional<Identifier> restore(QualifiedName table, Column column) {
        if (isNew(table)) {
            return Optional.empty();
        }
        Optional<Identifier> kept = retention.kept(table, column, originOf(table));
        kept.ifPresent(name -> {
            restored.add(table, column.name());
            origins.put(table, column.name(), name);
        });
        return kept;
    }

    /**
     * Where to keep the values that a change is about to replace; empty: there are none worth keeping.
     *
     * @throws dev.godwit.dialect.DialectException when they cannot be kept
     */
    Optional<ValueStore> replace(Table table, Identifier name) {
        List<Identifier> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        if (!hadValues(table.name(), name) || key.contains(name)) {
            return Optional.empty();
        }
        Optional<ValueStore> store = before(table.name(), name)
                .flatMap(column -> retention.replace(
                        originOf(table.name()),
                        column,
                        key.stream().map(part -> originOf(table.name(), part)).toList(),
                        live(table.name())));
        if (store.isPresent() && key.isEmpty()) {
            throw Refusals.cannotKeepValues(table.name(), name);
        }
        if (store.isPresent() && !replaced.add(table.name(), name)) {
            throw Refusals.replacedTwice(table.name(), name);
        }
        return store;
    }

    /** Whether rows have had values in a column before the migration, be it under another name or while it was kept. */
    boolean hadValues(QualifiedName table, Identifier column) {
        return !isNew(table) && !added.has(table, column);
    }

    /** The column as it is before the migration; empty where it comes, or comes back, with it. */
    private Optional<Column> before(QualifiedName table, Identifier column) {
        return before.get().table(originOf(table)).flatMap(found -> found.column(originOf(table, column)));
    }

    /** Says that the steps that put values back are among those of a change. */
    void putBack(ValueStore store) {
        putBack.add(store);
    }

    boolean isPutBack(ValueStore store) {
        return putBack.contains(store);
    }

    /** Says that values which were replaced in a column come back at contract: until then rows rely on the new ones. */
    public void leaveReplaced(QualifiedName table, Identifier column) {
        left.add(table, column);
    }

    boolean isLeftReplaced(QualifiedName table, Identifier column) {
        return left.has(table, column);
    }

    /** What becomes of what is dropped. */
    public Retention retention() {
        return retention;
    }

    /** The name that a table has before the migration. */
    public QualifiedName originOf(QualifiedName table) {
        return origins.of(table);
    }

    /** The name that a table has when questions about its rows are asked. */
    QualifiedName whenAsked(QualifiedName table) {
        return later ? table : originOf(table);
    }

    /** The name that a column has before the migration. */
    public Identifier originOf(QualifiedName table, Identifier column) {
        return origins.of(table, column);
    }

    /** A column that was kept has its own name already when what follows is asked. */
    public void stands(QualifiedName table, Identifier column) {
        origins.remove(table, column);
    }

    List<Guard> guards() {
        return guards;
    }

    /** How many questions there are to ask before anything is executed. */
    public int guardCount() {
        return guards.size();
    }

    /** Takes the questions back that came after the first ones, to be asked at another time. */
    public List<Guard> takeGuards(int first) {
        List<Guard> later = guards.subList(first, guards.size());
        List<Guard> taken = List.copyOf(later);
        later.clear();
        return taken;
    }

    /** What is written for a new table's keys and indexes knows already that nobody uses the table. */
    void begin(Change change) {
        if (change instanceof CreateTable create) {
            created.add(create.table().name());
        }
    }

    void advance(Change change) {
        unapplied.add(change);
        // A few kinds of change make something new, rename, or touch rows; the others leave all this as it is.
        if (change instanceof AddColumn add) {
            if (!restored.has(add.table(), add.column().name())) {
                added.add(add.table(), add.column().name());
            }
        } else if (change instanceof RenameTable rename) {
            renamed(rename);
        } else if (change instanceof RenameColumn rename) {
            renamed(rename);
        } else if (change instanceof RunSql
                || change instanceof Transform
                || change instanceof FillColumn
                || change instanceof MoveValues) {
            rowsTouched.add(change.footprint());
            change.footprint().writes().forEach(place -> rowsUnknown.add(originOf(place.object())));
        } else if (change instanceof ChangeRows) {
            rowsTouched.add(change.footprint());
        } else if (change instanceof AlterColumn alter) {
            rowsUnknown.add(originOf(alter.table()));
        }
    }

    private void renamed(RenameColumn rename) {
        origins.follow(rename);
        marks().forEach(marks -> marks.follow(rename));
    }

    private void renamed(RenameTable rename) {
        origins.follow(rename);
        if (created.remove(rename.from())) {
            created.add(rename.to());
        }
        if (back.remove(rename.from())) {
            back.add(rename.to());
        }
        marks().forEach(marks -> marks.follow(rename));
    }

    private Stream<ColumnSet> marks() {
        return Stream.of(added, restored, replaced, left);
    }
}
