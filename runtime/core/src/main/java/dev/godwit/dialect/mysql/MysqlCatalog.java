package dev.godwit.dialect.mysql;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.CheckText;
import dev.godwit.plan.Work;
import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Type;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Questions to the {@code information_schema} of MySQL and MariaDB. */
final class MysqlCatalog implements Catalog {

    private static final String UNIQUE = " and max(non_unique) = 0";

    private final Dialect dialect;

    MysqlCatalog(Dialect dialect) {
        this.dialect = dialect;
    }

    private String literal(Identifier name) {
        return dialect.literal(dialect.catalogName(name));
    }

    private String database(QualifiedName name) {
        return name.catalog().map(this::literal).orElse("database()");
    }

    private String exists(String view, QualifiedName table, String more) {
        return "exists (select 1 from information_schema.%s where table_schema = %s and table_name = %s%s)"
                .formatted(view, database(table), literal(table.name()), more);
    }

    @Override
    public String hasTable(QualifiedName table) {
        return exists("tables", table, "");
    }

    /** A condition that holds when the table is there and what is known of it holds. */
    String hasTable(QualifiedName table, String condition) {
        return exists("tables", table, " and " + condition);
    }

    /** A condition that holds when the view is there and what is known of it holds. */
    String hasView(QualifiedName view, String condition) {
        return exists("views", view, " and " + condition);
    }

    @Override
    public String hasColumn(QualifiedName table, Identifier column) {
        return exists("columns", table, " and column_name = " + literal(column));
    }

    /** A condition that holds when the column is there and has the type. */
    String hasColumn(QualifiedName table, Identifier column, Type type) {
        String rendered = dialect.render(type).toLowerCase(Locale.ROOT).replace(" ", "");
        String plain = rendered.equals("integer") ? "int" : rendered;
        return exists(
                "columns",
                table,
                " and column_name = %s and (replace(lower(column_type), ' ', '') = %s or data_type = %s)"
                        .formatted(literal(column), dialect.literal(rendered), dialect.literal(plain)));
    }

    /** A condition that holds when the trigger is there. */
    String hasTrigger(QualifiedName name) {
        return "exists (select 1 from information_schema.triggers where trigger_schema = %s and trigger_name = %s)"
                .formatted(database(name), literal(name.name()));
    }

    @Override
    public String hasConstraint(QualifiedName table, Identifier name) {
        return exists("table_constraints", table, " and constraint_name = " + literal(name));
    }

    @Override
    public String hasPrimaryKey(QualifiedName table) {
        return exists("table_constraints", table, " and constraint_type = 'PRIMARY KEY'");
    }

    @Override
    public String hasIndex(QualifiedName table, Identifier name) {
        return exists("statistics", table, " and index_name = " + literal(name));
    }

    @Override
    public String hasSequence(QualifiedName sequence) {
        return exists("tables", sequence, "");
    }

    /** Neither product has types with a name. */
    @Override
    public String hasType(QualifiedName type) {
        return "1 = 1";
    }

    @Override
    public String hasUnique(QualifiedName table, UniqueKey key) {
        return "exists (%s)"
                .formatted(indexes(table, literal(table.name()), dialect.literal(list(key.columns())), UNIQUE));
    }

    @Override
    public String hasCheck(QualifiedName table, Check check) {
        return "exists (select 1 %s and %s)"
                .formatted(
                        checks(table, literal(table.name())),
                        CheckText.of(check.expression()).condition("k.check_clause", dialect::literal));
    }

    private String checks(QualifiedName table, String name) {
        return """
                from information_schema.table_constraints c \
                join information_schema.check_constraints k on k.constraint_schema = c.constraint_schema \
                and k.constraint_name = c.constraint_name where c.constraint_type = 'CHECK' \
                and c.table_schema = %s and c.table_name = %s""".formatted(database(table), name);
    }

    /**
     * The indexes of exactly some columns.
     *
     * @param name SQL that gives the table's name
     * @param columns SQL that gives the columns, separated by commas
     * @param more further conditions on a group of rows, one group being one index
     */
    private String indexes(QualifiedName table, String name, String columns, String more) {
        return """
                select index_name from information_schema.statistics where table_schema = %s and table_name = %s \
                group by index_name having group_concat(column_name order by seq_in_index) = %s%s""".formatted(database(table), name, columns, more);
    }

    /** An index that the server made behind a foreign key. */
    Work implicitIndex(QualifiedName table, List<Identifier> columns, List<String> others, String template) {
        List<String> parameters = new ArrayList<>(List.of(dialect.catalogName(table.name()), list(columns)));
        parameters.addAll(others);
        return new Work.NamedByDatabase(
                indexes(table, "?", "?", otherThan(others, name -> "?")),
                parameters,
                template,
                "index of %s on %s behind a foreign key".formatted(table, columns));
    }

    /** Whether there is an index that the server made behind a foreign key. */
    String hasImplicitIndex(QualifiedName table, List<Identifier> columns, List<String> others) {
        return "exists (%s)"
                .formatted(indexes(
                        table,
                        literal(table.name()),
                        dialect.literal(list(columns)),
                        otherThan(others, dialect::literal)));
    }

    private static String otherThan(List<String> names, UnaryOperator<String> value) {
        return names.stream()
                .map(name -> " and index_name <> " + value.apply(name))
                .collect(Collectors.joining());
    }

    @Override
    public Work namedByDatabase(QualifiedName table, UniqueKey key, String template) {
        return new Work.NamedByDatabase(
                indexes(table, "?", "?", UNIQUE),
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
                "select c.constraint_name %s and %s order by length(k.check_clause), c.constraint_name"
                        .formatted(checks(table, "?"), text.condition("k.check_clause")),
                parameters,
                template,
                "check (%s) of %s".formatted(check.expression(), table));
    }

    private String list(List<Identifier> columns) {
        return columns.stream().map(dialect::catalogName).collect(Collectors.joining(","));
    }
}
