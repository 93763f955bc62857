package dev.godwit.dialect.standard;

import dev.godwit.change.CreateStruct;
import dev.godwit.change.DropStruct;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Retention;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type.EnumOf;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps about types that have a name. In this form the database has no such types. */
public class TypeSteps {

    protected final Site site;

    public TypeSteps(Site site) {
        this.site = site;
    }

    public Drafts createStruct(CreateStruct change) {
        throw Refusals.noSuchType(
                site.dialect().description(),
                "structured type such as " + change.struct().name());
    }

    public Drafts dropStruct(DropStruct change) {
        throw Refusals.noSuchType(
                site.dialect().description(),
                "structured type such as " + change.struct().name());
    }

    /** The enum types that columns about to be added need and that are not there. */
    public final List<Draft> neededBy(Collection<Column> columns) {
        return NamedTypes.of(columns).entrySet().stream()
                .filter(type ->
                        NamedTypes.in(site.progress().schema(), type.getKey()).isEmpty())
                .flatMap(type -> create(type.getKey(), type.getValue()).stream())
                .toList();
    }

    /**
     * The enum types that nothing needs any more.
     *
     * @param columns that are about to go
     * @param after the schema without them
     */
    public final List<Draft> leftBy(Collection<Column> columns, Schema after) {
        return NamedTypes.of(columns).keySet().stream()
                .filter(name -> NamedTypes.in(after, name).isEmpty())
                .flatMap(name -> drop(name).stream())
                .toList();
    }

    /**
     * The enum types that a kept thing comes back with.
     *
     * @param columns that are about to come back
     */
    public final List<Draft> broughtBackBy(Collection<Column> columns) {
        Retention retention = site.progress().retention();
        return NamedTypes.of(columns).keySet().stream()
                .filter(name -> NamedTypes.in(site.progress().schema(), name).isEmpty())
                .flatMap(name -> rename(name.withName(retention.kept(name)), name).stream())
                .toList();
    }

    /**
     * Sets the enum types aside that nothing but kept things needs any more.
     *
     * @param columns that are about to be kept
     * @param after the schema without them
     */
    public final List<Draft> setAsideBy(Collection<Column> columns, Schema after) {
        Retention retention = site.progress().retention();
        return NamedTypes.of(columns).keySet().stream()
                .filter(name -> NamedTypes.in(after, name).isEmpty())
                .flatMap(name -> rename(name, name.withName(retention.retired(name))).stream())
                .toList();
    }

    /** The columns that have an enum type with this name, each with its table. */
    protected final List<Map.Entry<Table, Column>> users(QualifiedName type) {
        return site.progress().schema().tables().values().stream()
                .flatMap(table -> table.columns().values().stream()
                        .filter(column -> NamedTypes.of(List.of(column)).containsKey(type))
                        .map(column -> Map.entry(table, column)))
                .toList();
    }

    /**
     * Whether the type has its new values already, since an earlier change gave them to another of its columns.
     */
    protected final boolean isAltered(EnumOf to) {
        return users(to.typeName().orElseThrow()).stream()
                .anyMatch(user -> NamedTypes.of(user.getValue().type()).equals(Optional.of(to)));
    }

    /** Steps that create an enum type. */
    protected List<Draft> create(QualifiedName name, EnumOf type) {
        return List.of();
    }

    /** Steps that give an enum type another name. */
    protected List<Draft> rename(QualifiedName from, QualifiedName to) {
        return List.of();
    }

    /** Steps that drop an enum type. */
    protected List<Draft> drop(QualifiedName name) {
        return List.of();
    }
}
