package dev.godwit.diff;

import dev.godwit.model.Backfills;
import dev.godwit.model.DeclaredMove;
import dev.godwit.model.DeclaredRename;
import dev.godwit.model.MappedHierarchy;
import dev.godwit.model.Model;
import dev.godwit.model.Model.ConstraintRef;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One side of a comparison: a schema in the making, with where it comes from. */
final class Scenario {

    static final Type BIGINT = new Simple(Simple.Kind.BIGINT);
    static final Type INTEGER = new Simple(Simple.Kind.INTEGER);

    private Schema schema = Schema.EMPTY;
    private final Map<Ref, Origin> origins = new HashMap<>();
    private final Set<ConstraintRef> generated = new HashSet<>();
    private final List<DeclaredRename> renames = new ArrayList<>();
    private final Map<Ref, String> backfills = new HashMap<>();
    private final Map<Ref, String> reverses = new HashMap<>();
    private final List<DeclaredMove> moves = new ArrayList<>();
    private final List<MappedHierarchy> hierarchies = new ArrayList<>();

    static Type varchar(long length) {
        return new Sized(Sized.Kind.VARCHAR, length);
    }

    static Column column(String name, Type type) {
        return Column.of(name, type);
    }

    static Identifier id(String name) {
        return Identifier.of(name);
    }

    /** A table of an entity: its first column is the key, a column's path is its name unless {@link #path} says more. */
    Scenario entity(String entity, String table, Column... columns) {
        return table(entity, "", table, columns);
    }

    Scenario table(String entity, String path, String table, Column... columns) {
        QualifiedName name = QualifiedName.of(table);
        schema = schema.plus(Table.of(name, List.of(columns))
                .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), List.of(columns[0].name())))));
        origins.put(Ref.of(name), new Origin(entity, path));
        for (Column column : columns) {
            origins.put(
                    Ref.of(name, column.name()),
                    new Origin(entity, path.isEmpty() ? column.name().text() : path + "/" + column.name()));
        }
        return this;
    }

    Scenario path(String table, String column, String entity, String path) {
        origins.put(Ref.of(QualifiedName.of(table), id(column)), new Origin(entity, path));
        return this;
    }

    Scenario sequence(String entity, String name) {
        schema = schema.plus(new Sequence(QualifiedName.of(name), 1, 50));
        origins.put(Ref.of(QualifiedName.of(name)), new Origin(entity, "id"));
        return this;
    }

    Scenario foreignKey(String name, String table, String column, String referenced, String referencedColumn) {
        ForeignKey key = new ForeignKey(
                id(name), List.of(id(column)), QualifiedName.of(referenced), List.of(id(referencedColumn)));
        schema = schema.plus(schema.table(QualifiedName.of(table)).orElseThrow().plus(key));
        return this;
    }

    /** A change of a table by hand. */
    Scenario with(String table, UnaryOperator<Table> change) {
        schema = schema.plus(change.apply(schema.table(QualifiedName.of(table)).orElseThrow()));
        return this;
    }

    Scenario generatedName(String table, String constraint) {
        generated.add(new ConstraintRef(QualifiedName.of(table), id(constraint)));
        return this;
    }

    Scenario renamedFrom(String entity, String path, String from) {
        renames.add(new DeclaredRename(entity, path, Optional.of(from), Optional.empty()));
        return this;
    }

    Scenario renamedInDatabase(String entity, String path, String name) {
        renames.add(new DeclaredRename(entity, path, Optional.empty(), Optional.of(name)));
        return this;
    }

    Scenario backfill(String table, String column, String sql) {
        backfills.put(Ref.of(QualifiedName.of(table), id(column)), sql);
        return this;
    }

    Scenario reverse(String table, String column, String sql) {
        reverses.put(Ref.of(QualifiedName.of(table), id(column)), sql);
        return this;
    }

    Scenario movedFrom(String table, String column, String formerTable, String formerColumn) {
        moves.add(new DeclaredMove(
                Ref.of(QualifiedName.of(table), id(column)), QualifiedName.of(formerTable), id(formerColumn)));
        return this;
    }

    Scenario hierarchy(MappedHierarchy hierarchy) {
        hierarchies.add(hierarchy);
        return this;
    }

    /** What leads from this scenario to the other. */
    Difference to(Scenario other) {
        Settings settings = new Settings("shop", Naming.Convention.JPA, true, HibernateLine.V7, Map.of());
        return Differ.between(
                new Snapshot(Optional.empty(), settings, schema, origins),
                new Model(
                        other.schema,
                        other.origins,
                        other.generated,
                        other.renames,
                        new Backfills(other.backfills, other.reverses),
                        other.moves,
                        other.hierarchies,
                        Optional.empty()));
    }
}
