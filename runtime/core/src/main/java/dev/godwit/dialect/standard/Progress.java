package dev.godwit.dialect.standard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.Footprint;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameTable;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** How far the planning of one migration has come: the schema at that point, and what has happened since the start. */
public final class Progress {

    private final Supplier<Schema> before;
    private final List<Change> unapplied = new ArrayList<>();
    private final List<Footprint> rowsTouched = new ArrayList<>();
    private final Set<QualifiedName> created = new HashSet<>();
    private final Set<Ref> added = new HashSet<>();
    private final Map<QualifiedName, QualifiedName> tableOrigins = new HashMap<>();
    private final Map<Ref, Identifier> columnOrigins = new HashMap<>();
    private final List<Guard> guards = new ArrayList<>();
    private Optional<Schema> schema = Optional.empty();

    Progress(Supplier<Schema> before) {
        this.before = before;
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

    /** The table as the next change finds it. */
    public Table table(QualifiedName name) {
        return schema().table(name).orElseThrow(() -> new IllegalStateException("There is no table " + name));
    }

    /** Whether the table was made by the same migration, so that nobody uses it yet. */
    public boolean isNew(QualifiedName table) {
        return created.contains(table);
    }

    /**
     * Asks something before anything is executed.
     *
     * @param subject what the question is about: nothing is asked when the migration itself has made it, or has touched
     *     its rows before
     */
    public void guard(Ref subject, Guard guard) {
        boolean touched = rowsTouched.stream()
                .anyMatch(footprint ->
                        footprint.everything() || footprint.writes().stream().anyMatch(subject::overlaps));
        if (!touched && !isNew(subject.object()) && !added.contains(subject)) {
            guards.add(guard);
        }
    }

    /** The name that a table has before the migration. */
    public QualifiedName originOf(QualifiedName table) {
        return tableOrigins.getOrDefault(table, table);
    }

    /** The name that a column has before the migration. */
    public Identifier originOf(QualifiedName table, Identifier column) {
        return columnOrigins.getOrDefault(Ref.of(table, column), column);
    }

    List<Guard> guards() {
        return guards;
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
            added.add(Ref.of(add.table(), add.column().name()));
        } else if (change instanceof RenameTable rename) {
            renamed(rename);
        } else if (change instanceof RenameColumn rename) {
            renamed(rename);
        } else if (change instanceof RunSql || change instanceof Transform) {
            rowsTouched.add(change.footprint());
        }
    }

    private void renamed(RenameColumn rename) {
        Ref to = Ref.of(rename.table(), rename.to());
        columnOrigins.put(to, originOf(rename.table(), rename.from()));
        if (added.remove(Ref.of(rename.table(), rename.from()))) {
            added.add(to);
        }
    }

    private void renamed(RenameTable rename) {
        tableOrigins.put(rename.to(), originOf(rename.from()));
        if (created.remove(rename.from())) {
            created.add(rename.to());
        }
        Map.copyOf(columnOrigins)
                .forEach((column, origin) -> moved(column, rename).ifPresent(to -> columnOrigins.put(to, origin)));
        Set.copyOf(added).forEach(column -> moved(column, rename).ifPresent(added::add));
    }

    private static Optional<Ref> moved(Ref column, RenameTable rename) {
        return column.object().equals(rename.from())
                ? column.column().map(name -> Ref.of(rename.to(), name))
                : Optional.empty();
    }
}
