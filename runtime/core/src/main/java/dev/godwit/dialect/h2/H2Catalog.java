package dev.godwit.dialect.h2;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.CheckText;
import dev.godwit.plan.Work;
import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Questions to H2's {@code INFORMATION_SCHEMA}. */
final class H2Catalog implements Catalog {

    /** By the index: the view of key columns goes on showing the old name of a renamed column. */
    private static final String COLUMNS_OF_CONSTRAINT = """
            (select listagg(k.column_name, ',') within group (order by k.ordinal_position) \
            from information_schema.index_columns k where k.index_schema = c.index_schema \
            and k.index_name = c.index_name)""";

    private final Dialect dialect;

    H2Catalog(Dialect dialect) {
        this.dialect = dialect;
    }

    private String literal(Identifier name) {
        return dialect.literal(dialect.catalogName(name));
    }

    private String schema(QualifiedName name) {
        return name.schema().map(this::literal).orElse("current_schema");
    }

    private String exists(String view, QualifiedName name, String kind, String more) {
        return "exists (select 1 from information_schema.%s where %s_schema = %s and %s_name = %s%s)"
                .formatted(view, kind, schema(name), kind, literal(name.name()), more);
    }

    @Override
    public String hasTable(QualifiedName table) {
        return exists("tables", table, "table", "");
    }

    @Override
    public String hasColumn(QualifiedName table, Identifier column) {
        return exists("columns", table, "table", " and column_name = " + literal(column));
    }

    @Override
    public String hasConstraint(QualifiedName table, Identifier name) {
        return exists("table_constraints", table, "table", " and constraint_name = " + literal(name));
    }

    @Override
    public String hasPrimaryKey(QualifiedName table) {
        return exists("table_constraints", table, "table", " and constraint_type = 'PRIMARY KEY'");
    }

    @Override
    public String hasIndex(QualifiedName table, Identifier name) {
        return exists("indexes", table, "table", " and index_name = " + literal(name));
    }

    @Override
    public String hasSequence(QualifiedName sequence) {
        return exists("sequences", sequence, "sequence", "");
    }

    @Override
    public String hasType(QualifiedName type) {
        return exists("domains", type, "domain", "");
    }

    @Override
    public String hasUnique(QualifiedName table, UniqueKey key) {
        return """
                exists (select 1 from information_schema.table_constraints c where c.table_schema = %s \
                and c.table_name = %s and c.constraint_type = 'UNIQUE' and %s = %s)""".formatted(
                schema(table), literal(table.name()), COLUMNS_OF_CONSTRAINT, dialect.literal(list(key.columns())));
    }

    @Override
    public String hasCheck(QualifiedName table, Check check) {
        return "exists (select 1 %s and c.table_name = %s and %s)"
                .formatted(
                        checks(table),
                        literal(table.name()),
                        CheckText.of(check.expression()).condition("k.check_clause", dialect::literal));
    }

    private String checks(QualifiedName table) {
        return """
                from information_schema.table_constraints c \
                join information_schema.check_constraints k on k.constraint_schema = c.constraint_schema \
                and k.constraint_name = c.constraint_name where c.table_schema = %s""".formatted(schema(table));
    }

    @Override
    public Work namedByDatabase(QualifiedName table, UniqueKey key, String template) {
        return new Work.NamedByDatabase(
                """
                select c.constraint_name from information_schema.table_constraints c where c.table_schema = %s \
                and c.table_name = ? and c.constraint_type = 'UNIQUE' and %s = ?""".formatted(schema(table), COLUMNS_OF_CONSTRAINT),
                List.of(dialect.catalogName(table.name()), list(key.columns())),
                template,
                "unique key of %s on %s".formatted(table, key.columns()));
    }

    @Override
    public Work namedByDatabase(QualifiedName table, Check check, String template) {
        CheckText text = CheckText.of(check.expression());
        List<String> parameters = new ArrayList<>(List.of(dialect.catalogName(table.name())));
        parameters.addAll(text.parameters());
        return new Work.NamedByDatabase(
                "select c.constraint_name %s and c.table_name = ? and %s order by length(k.check_clause), c.constraint_name"
                        .formatted(checks(table), text.condition("k.check_clause")),
                parameters,
                template,
                "check (%s) of %s".formatted(check.expression(), table));
    }

    private String list(List<Identifier> columns) {
        return columns.stream().map(dialect::catalogName).collect(Collectors.joining(","));
    }
}
