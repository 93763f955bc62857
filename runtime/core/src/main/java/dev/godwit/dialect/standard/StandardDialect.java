package dev.godwit.dialect.standard;

import dev.godwit.dialect.Dialect;
import dev.godwit.plan.Course;
import dev.godwit.plan.Plan;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.LinkedHashSet;
import java.util.Optional;

/** What a dialect is made of: a style of names, types, definitions, and the steps of each change. */
public abstract class StandardDialect implements Dialect {

    private final NameStyle names;
    private final Version version;

    protected StandardDialect(NameStyle names, Version version) {
        this.names = names;
        this.version = version;
    }

    /** How types are written. */
    protected abstract StandardTypes types();

    /** How tables, columns, keys and indexes are written. */
    protected abstract Definitions definitions();

    /** Which steps carry a change out, at once or spared the running version. */
    protected abstract ChangeSteps steps(Progress progress, Course course);

    /** The course as it is taken, where a running version asks for another order of its changes. */
    protected Course taken(Course course) {
        return course;
    }

    /** The product's name, for messages. */
    protected abstract String product();

    /** What stands before a name: the schema, or the catalog where that is what the database has. */
    protected Optional<Identifier> qualifier(QualifiedName name) {
        return name.schema();
    }

    protected final NameStyle names() {
        return names;
    }

    protected final Version version() {
        return version;
    }

    @Override
    public final String description() {
        return product() + " " + version;
    }

    @Override
    public final String quote(Identifier identifier) {
        return names.write(identifier);
    }

    @Override
    public final String quote(QualifiedName name) {
        return qualifier(name).map(part -> names.write(part) + ".").orElse("") + names.write(name.name());
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public final String catalogName(Identifier identifier) {
        return names.catalogName(identifier);
    }

    @Override
    public final String render(Type type) {
        return type.accept(types());
    }

    @Override
    public Table asCreated(Table table) {
        return table.withColumns(table.columns().values().stream()
                .map(column ->
                        column.withChecks(new LinkedHashSet<>(definitions().checks(column))))
                .toList());
    }

    @Override
    public final int maxNameLength() {
        return names.maxLength();
    }

    @Override
    public final int nameLength(Identifier identifier) {
        return names.length(identifier);
    }

    @Override
    public final boolean isReserved(String word) {
        return names.isReserved(word);
    }

    @Override
    public final Plan plan(Course course) {
        Course taken = taken(course);
        return Planner.plan(taken, progress -> steps(progress, taken));
    }

    @Override
    public final String toString() {
        return description();
    }
}
