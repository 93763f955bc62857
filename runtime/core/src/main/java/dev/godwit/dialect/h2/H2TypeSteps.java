package dev.godwit.dialect.h2;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.NamedTypes;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type.EnumOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A named enum is a domain on H2, as with {@code H2Dialect.getCreateEnumTypeCommand}. */
final class H2TypeSteps extends TypeSteps {

    H2TypeSteps(Site site) {
        super(site);
    }

    @Override
    protected List<Draft> create(QualifiedName name, EnumOf type) {
        int longest = type.values().stream().mapToInt(String::length).max().orElse(1);
        String values = type.values().stream().map(site.dialect()::literal).collect(Collectors.joining(","));
        return List.of(site.writer()
                .ddl(
                        "create domain " + name,
                        "create domain %s as varchar(%d) check (value in (%s))"
                                .formatted(site.quote(name), longest, values),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasType(name))));
    }

    /** Gives a domain other values: its columns leave it meanwhile. */
    List<Draft> alter(ColumnDifference difference) {
        EnumOf to = NamedTypes.of(difference.to().type()).orElseThrow();
        if (difference.from().type().equals(difference.to().type()) || isAltered(to)) {
            return List.of();
        }
        QualifiedName name = to.typeName().orElseThrow();
        List<Draft> steps = new ArrayList<>();
        users(name).forEach(user -> steps.add(retype(user, "varchar(255)")));
        steps.addAll(drop(name));
        steps.addAll(create(name, to));
        users(name).forEach(user -> steps.add(retype(user, site.quote(name))));
        return steps;
    }

    private Draft retype(Map.Entry<Table, Column> user, String type) {
        QualifiedName table = user.getKey().name();
        Column column = user.getValue();
        return site.writer()
                .ddl(
                        "column %s.%s becomes %s".formatted(table, column.name(), type),
                        "%salter column %s set data type %s"
                                .formatted(site.alter(table), site.quote(column.name()), type),
                        site.cost(table, Cost.copies(table, "the database, while " + table + " is copied")),
                        new Resume.Idempotent());
    }

    @Override
    protected List<Draft> rename(QualifiedName from, QualifiedName to) {
        return List.of(site.writer()
                .ddl(
                        "rename domain %s to %s".formatted(from, to),
                        "alter domain %s rename to %s".formatted(site.quote(from), site.quote(to.name())),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasType(to))));
    }

    @Override
    protected List<Draft> drop(QualifiedName name) {
        return List.of(site.writer()
                .ddl(
                        "drop domain " + name,
                        "drop domain " + site.quote(name),
                        Cost.NONE,
                        Catalog.onceNot(site.catalog().hasType(name))));
    }
}
