package dev.godwit.dialect.postgresql;

import dev.godwit.change.CreateStruct;
import dev.godwit.change.DropStruct;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type.EnumOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Enum types and structured types on PostgreSQL. */
final class PostgresqlTypeSteps extends TypeSteps {

    PostgresqlTypeSteps(Site site) {
        super(site);
    }

    @Override
    public Drafts createStruct(CreateStruct change) {
        String attributes = change.struct().attributes().entrySet().stream()
                .map(attribute ->
                        site.quote(attribute.getKey()) + " " + site.dialect().render(attribute.getValue()))
                .collect(Collectors.joining(", "));
        String name = site.quote(change.struct().name());
        return Drafts.adding(
                ddl("create type " + change.struct().name(), "create type %s as (%s)".formatted(name, attributes)));
    }

    @Override
    public Drafts dropStruct(DropStruct change) {
        return Drafts.inOrder(ddl(
                "drop type " + change.struct().name(),
                "drop type " + site.quote(change.struct().name())));
    }

    /** Hibernate binds enums as text, which the casts let pass. */
    @Override
    protected List<Draft> create(QualifiedName name, EnumOf type) {
        String quoted = site.quote(name);
        String description = "create type " + name;
        return List.of(
                ddl(description, "create type %s as enum (%s)".formatted(quoted, literals(type))),
                ddl(description, "create cast (varchar as %s) with inout as implicit".formatted(quoted)),
                ddl(description, "create cast (%s as varchar) with inout as implicit".formatted(quoted)));
    }

    @Override
    protected List<Draft> rename(QualifiedName from, QualifiedName to) {
        return List.of(ddl(
                "rename type %s to %s".formatted(from, to),
                "alter type %s rename to %s".formatted(site.quote(from), site.quote(to.name()))));
    }

    @Override
    protected List<Draft> drop(QualifiedName name) {
        return List.of(ddl("drop type " + name, "drop type " + site.quote(name) + " cascade"));
    }

    /** Gives an enum type other values: all its columns follow. */
    List<Draft> alter(EnumOf from, EnumOf to) {
        QualifiedName name = to.typeName().orElseThrow();
        return to.values().containsAll(from.values()) ? added(name, from, to) : replaced(name, to);
    }

    private List<Draft> added(QualifiedName name, EnumOf from, EnumOf to) {
        List<Draft> steps = new ArrayList<>();
        Optional<String> previous = Optional.empty();
        for (String value : to.values()) {
            if (!from.values().contains(value)) {
                String place = previous.map(before -> " after " + site.dialect().literal(before))
                        .orElse(" before "
                                + site.dialect().literal(from.values().get(0)));
                steps.add(ddl(
                        "add value %s to type %s".formatted(value, name),
                        "alter type %s add value if not exists %s%s"
                                .formatted(site.quote(name), site.dialect().literal(value), place)));
            }
            previous = Optional.of(value);
        }
        return steps;
    }

    private List<Draft> replaced(QualifiedName name, EnumOf to) {
        Identifier old = new Identifier(site.dialect().catalogName(name.name()) + "_old", true);
        List<Draft> steps = new ArrayList<>();
        steps.add(
                ddl("replace type " + name, "alter type %s rename to %s".formatted(site.quote(name), site.quote(old))));
        steps.addAll(create(name, to));
        users(name).forEach(user -> steps.add(follow(user.getKey(), user.getValue(), name)));
        steps.addAll(drop(name.withName(old)));
        return steps;
    }

    /** Whether an earlier change has given the type these values. */
    boolean isDone(EnumOf to) {
        return isAltered(to);
    }

    private Draft follow(Table table, Column column, QualifiedName type) {
        String name = site.quote(column.name());
        String action = "alter column " + name + " ";
        String drop = column.defaultSql().map(sql -> action + "drop default, ").orElse("");
        String set = column.defaultSql()
                .map(sql -> ", " + action + "set default " + sql)
                .orElse("");
        return site.writer()
                .ddl(
                        "column %s.%s follows type %s".formatted(table.name(), column.name(), type),
                        site.alter(table.name())
                                + drop
                                + action
                                + "type %1$s using %2$s::text::%1$s".formatted(site.quote(type), name)
                                + set,
                        site.cost(
                                table.name(),
                                Cost.copies(table.name(), "ACCESS EXCLUSIVE while the table is rewritten")),
                        new Resume.Transactional());
    }

    private String literals(EnumOf type) {
        return type.values().stream().map(site.dialect()::literal).collect(Collectors.joining(","));
    }

    private Draft ddl(String description, String sql) {
        return site.writer().ddl(description, sql, Cost.NONE, new Resume.Transactional());
    }
}
