package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.CheckText;
import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Work;
import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Questions to {@code pg_catalog}. Names are resolved along the search path, as in the statements themselves. */
final class PostgresqlCatalog implements Catalog {

    private static final String COLUMNS_OF_CONSTRAINT = """
            (select array_agg(a.attname::text order by k.position) from unnest(c.conkey) with ordinality k(number, position) \
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number)""";

    private final Dialect dialect;

    PostgresqlCatalog(Dialect dialect) {
        this.dialect = dialect;
    }

    private String oid(QualifiedName name) {
        return "to_regclass(%s)".formatted(dialect.literal(dialect.quote(name)));
    }

    @Override
    public String hasTable(QualifiedName table) {
        return oid(table) + " is not null";
    }

    @Override
    public String hasColumn(QualifiedName table, Identifier column) {
        return "exists (select 1 from pg_attribute where attrelid = %s and attname = %s and not attisdropped)"
                .formatted(oid(table), dialect.literal(dialect.catalogName(column)));
    }

    @Override
    public String hasConstraint(QualifiedName table, Identifier name) {
        return "exists (select 1 from pg_constraint where conrelid = %s and conname = %s)"
                .formatted(oid(table), dialect.literal(dialect.catalogName(name)));
    }

    @Override
    public String hasPrimaryKey(QualifiedName table) {
        return "exists (select 1 from pg_constraint where conrelid = %s and contype = 'p')".formatted(oid(table));
    }

    @Override
    public String hasIndex(QualifiedName table, Identifier name) {
        return "exists (select 1 from pg_index where indexrelid = %s and indisvalid)"
                .formatted(oid(table.withName(name)));
    }

    @Override
    public String hasSequence(QualifiedName sequence) {
        return oid(sequence) + " is not null";
    }

    @Override
    public String hasType(QualifiedName type) {
        return "to_regtype(%s) is not null".formatted(dialect.literal(dialect.quote(type)));
    }

    @Override
    public String hasUnique(QualifiedName table, UniqueKey key) {
        return "exists (select 1 from pg_constraint c where c.conrelid = %s and c.contype = 'u' and %s = %s::text[])"
                .formatted(oid(table), COLUMNS_OF_CONSTRAINT, dialect.literal(array(key.columns())));
    }

    @Override
    public String hasCheck(QualifiedName table, Check check) {
        return "exists (select 1 from pg_constraint c where c.conrelid = %s and c.contype = 'c' and %s)"
                .formatted(
                        oid(table),
                        CheckText.of(check.expression()).condition("pg_get_constraintdef(c.oid)", dialect::literal));
    }

    @Override
    public Work namedByDatabase(QualifiedName table, UniqueKey key, String template) {
        return new Work.NamedByDatabase(
                """
                select c.conname from pg_constraint c where c.conrelid = to_regclass(?) and c.contype = 'u' \
                and %s = cast(? as text[]) order by c.oid""".formatted(COLUMNS_OF_CONSTRAINT),
                List.of(dialect.quote(table), array(key.columns())),
                template,
                "unique key of %s on %s".formatted(table, key.columns()));
    }

    /** The primary key. */
    Work primaryKey(QualifiedName table, String template) {
        return new Work.NamedByDatabase(
                "select conname from pg_constraint where conrelid = to_regclass(?) and contype = 'p'",
                List.of(dialect.quote(table)),
                template,
                "primary key of " + table);
    }

    @Override
    public Work namedByDatabase(QualifiedName table, Check check, String template) {
        return check(table, "", List.of(), check.expression(), template);
    }

    /** The check that stands on a column. */
    Work namedByDatabase(QualifiedName table, Identifier column, String expression, String template) {
        return check(table, """
                and exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey) \
                and a.attname = cast(? as text)) """, List.of(dialect.catalogName(column)), expression, template);
    }

    /** The server prints an expression in words of its own: the shortest that shares all with ours is the one. */
    private Work check(
            QualifiedName table, String condition, List<String> parameters, String expression, String template) {
        CheckText text = CheckText.of(expression);
        List<String> all = new ArrayList<>(List.of(dialect.quote(table)));
        all.addAll(parameters);
        all.addAll(text.parameters());
        return new Work.NamedByDatabase(
                """
                select c.conname from pg_constraint c where c.conrelid = to_regclass(?) and c.contype = 'c' %s\
                and %s order by length(pg_get_constraintdef(c.oid)), c.oid""".formatted(condition, text.condition("pg_get_constraintdef(c.oid)")),
                all,
                template,
                "check (%s) of %s".formatted(expression, table));
    }

    /** A query for the views that read a table, or one of its columns. */
    String views(QualifiedName table, Optional<Identifier> column) {
        String only = column.map(name ->
                        " and d.refobjsubid = (select attnum from pg_attribute where attrelid = d.refobjid and attname = %s)"
                                .formatted(dialect.literal(dialect.catalogName(name))))
                .orElse("");
        return """
                select distinct r.ev_class::regclass::text as view from pg_depend d join pg_rewrite r on r.oid = d.objid \
                where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass \
                and d.refobjid = %s and r.ev_class <> d.refobjid%s""".formatted(oid(table), only);
    }

    /** A query that is true when this user may create nothing in the schema of a table. */
    String mayNotCreateBeside(QualifiedName table) {
        return "select not has_schema_privilege(relnamespace, 'CREATE') from pg_class where oid = " + oid(table);
    }

    /** A query for the triggers of a table, other than Godwit's, that name a column. */
    String triggers(QualifiedName table, Identifier column) {
        String word = dialect.literal("\\m" + dialect.catalogName(column).replaceAll("[^\\p{L}\\p{N}_]", ".") + "\\M");
        return """
                select t.tgname as "trigger" from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = %s \
                and not t.tgisinternal and t.tgname not like '%%%s%%' \
                and (p.prosrc ~* %s or pg_get_triggerdef(t.oid) ~* %s)""".formatted(oid(table), PhaseNames.PREFIX, word, word);
    }

    /** How many bytes a value of a column takes; null: there is no such column. */
    String width(QualifiedName table, Identifier column) {
        return "(select attlen from pg_attribute where attrelid = %s and attname = %s and not attisdropped)"
                .formatted(oid(table), dialect.literal(dialect.catalogName(column)));
    }

    /** A condition on {@code pg_constraint c} that holds for the keys on just these columns, in this order. */
    String isKeyOn(List<Identifier> columns) {
        return "c.contype in ('p', 'u') and %s = %s::text[]"
                .formatted(COLUMNS_OF_CONSTRAINT, dialect.literal(array(columns)));
    }

    /**
     * A query for what stands on a column and is neither a check or a foreign key, nor one of these.
     *
     * @param keys the columns of keys
     */
    String othersOn(QualifiedName table, Identifier column, List<List<Identifier>> keys, List<Identifier> indexes) {
        String known = keys.stream().map(this::isKeyOn).collect(Collectors.joining(" or ", "(", ")"));
        String named = indexes.stream()
                .map(dialect::catalogName)
                .map(dialect::literal)
                .collect(Collectors.joining(", ", "(", ")"));
        return """
                select distinct pg_describe_object(d.classid, d.objid, d.objsubid) as object from pg_depend d \
                join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid \
                where d.refclassid = 'pg_class'::regclass and d.refobjid = %s and a.attname = %s and not (case d.classid \
                when 'pg_class'::regclass then exists (select 1 from pg_class o where o.oid = d.objid and (o.relkind = 'S'%s)) \
                when 'pg_attrdef'::regclass then exists (select 1 from pg_attrdef o where o.oid = d.objid and o.adnum = a.attnum) \
                when 'pg_constraint'::regclass then exists (select 1 from pg_constraint c where c.oid = d.objid \
                and (c.contype in ('c', 'f', 'n')%s)) else false end)""".formatted(
                        oid(table),
                        dialect.literal(dialect.catalogName(column)),
                        indexes.isEmpty() ? "" : " or o.relname in " + named,
                        keys.isEmpty() ? "" : " or " + known);
    }

    private String array(List<Identifier> columns) {
        return columns.stream()
                .map(dialect::catalogName)
                .map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
