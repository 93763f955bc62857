package dev.godwit.dialect.phased;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;

/** Defaults that columns have until contract, for rows of the version that does not state them. */
public final class Defaults {

    private final Site site;
    private final Manoeuvres manoeuvres;

    Defaults(Site site, Manoeuvres manoeuvres) {
        this.site = site;
        this.manoeuvres = manoeuvres;
    }

    /** Whether a literal may be the column's default: MySQL takes none for a large value. */
    static boolean mayBeLiteral(Site site, Column column) {
        String type = site.dialect().render(column.type());
        return site.dialect().kind() != DatabaseKind.MYSQL
                || !type.contains("text") && !type.contains("blob") && !type.startsWith("json");
    }

    /**
     * What stands behind {@code set default}. Where MySQL takes no literal it takes an expression, but no literal between
     * parentheses.
     */
    public static String sql(Site site, Column column, String value) {
        return mayBeLiteral(site, column) ? value : "(concat(" + value + "))";
    }

    Draft set(QualifiedName table, Column column, String value) {
        return change(table, column.name(), "set default " + sql(site, column, value));
    }

    Draft drop(QualifiedName table, Column column) {
        return change(table, column.name(), "drop default");
    }

    private Draft change(QualifiedName table, Identifier column, String action) {
        return manoeuvres.alter(
                table,
                "change default of %s.%s".formatted(table, column),
                "alter column %s %s".formatted(site.quote(column), action),
                new Resume.Idempotent());
    }
}
