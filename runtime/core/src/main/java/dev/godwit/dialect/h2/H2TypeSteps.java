package dev.godwit.dialect.h2;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TypeSteps;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type.EnumOf;
import java.util.List;
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
