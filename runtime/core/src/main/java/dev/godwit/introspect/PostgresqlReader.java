package dev.godwit.introspect;

import dev.godwit.introspect.Fact.Kind;
import java.sql.SQLException;
import java.util.Map;

/** Reads {@code pg_catalog}. */
final class PostgresqlReader implements CatalogReader {

    private static final Map<String, Kind> CONSTRAINTS =
            Map.of("p", Kind.PRIMARY_KEY, "u", Kind.UNIQUE, "f", Kind.FOREIGN_KEY, "c", Kind.CHECK);

    @Override
    public void read(Catalog catalog, Facts facts) throws SQLException {
        tables(catalog, facts);
        columns(catalog, facts);
        constraints(catalog, facts);
        indexes(catalog, facts);
        comments(catalog, facts);
        sequences(catalog, facts);
        types(catalog, facts);
    }

    private static void tables(Catalog catalog, Facts facts) throws SQLException {
        catalog.query("""
                select c.relname, case c.relkind when 'p' then 'partitioned' when 'f' then 'foreign' else '' end
                from pg_class c
                where c.relnamespace = to_regnamespace(quote_ident(?)) and c.relkind in ('r', 'p', 'f')
                """, row -> facts.add(Kind.TABLE, facts.qualified(catalog.schema(), row.text(1)), row.text(2)));
    }

    private static void columns(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                  pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
                  case when a.attcollation <> t.typcollation then l.collname end
                from pg_attribute a
                join pg_class c on c.oid = a.attrelid
                join pg_type t on t.oid = a.atttypid
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                left join pg_collation l on l.oid = a.attcollation
                where c.relnamespace = to_regnamespace(quote_ident(?)) and c.relkind in ('r', 'p', 'f')
                  and a.attnum > 0 and not a.attisdropped
                """,
                row -> facts.add(
                        Kind.COLUMN,
                        facts.qualified(catalog.schema(), row.text(1)),
                        row.text(2),
                        row.text(3),
                        row.is(4) ? "not null" : "null",
                        expression(row.text(5), row.text(7)),
                        switch (row.text(6)) {
                            case "a" -> "identity always";
                            case "d" -> "identity by default";
                            default -> "";
                        },
                        row.isNull(8) ? "" : "collate " + row.text(8)));
    }

    private static String expression(String sql, String generated) {
        if (sql.isEmpty()) {
            return "";
        }
        return switch (generated) {
            case "s" -> "generated stored " + sql;
            case "v" -> "generated virtual " + sql;
            default -> "default " + sql;
        };
    }

    private static void constraints(Catalog catalog, Facts facts) throws SQLException {
        catalog.query("""
                select c.relname, o.contype, o.conname, pg_get_constraintdef(o.oid)
                from pg_constraint o
                join pg_class c on c.oid = o.conrelid
                where c.relnamespace = to_regnamespace(quote_ident(?)) and o.contype in ('p', 'u', 'f', 'c')
                """, row -> {
            Kind kind = CONSTRAINTS.get(row.text(2));
            String table = facts.qualified(catalog.schema(), row.text(1));
            if (kind == Kind.PRIMARY_KEY) {
                facts.add(kind, table, row.text(4));
            } else {
                facts.addNamed(kind, table, row.text(3), row.text(4));
            }
        });
    }

    private static void indexes(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select t.relname, i.relname,
                  replace(pg_get_indexdef(i.oid), ' ' || quote_ident(i.relname) || ' ON ', ' ON '),
                  case when x.indisvalid then '' else 'invalid' end
                from pg_index x
                join pg_class i on i.oid = x.indexrelid
                join pg_class t on t.oid = x.indrelid
                where t.relnamespace = to_regnamespace(quote_ident(?))
                  and not exists (select 1 from pg_constraint o where o.conindid = i.oid and o.contype in ('p', 'u', 'x'))
                """,
                row -> facts.addNamed(
                        Kind.INDEX,
                        facts.qualified(catalog.schema(), row.text(1)),
                        row.text(2),
                        row.text(3),
                        row.text(4)));
    }

    private static void comments(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select c.relname, a.attname, d.description
                from pg_description d
                join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
                left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and a.attnum > 0
                where c.relnamespace = to_regnamespace(quote_ident(?)) and c.relkind in ('r', 'p', 'f')
                """,
                row -> facts.add(
                        Kind.COMMENT,
                        facts.qualified(catalog.schema(), row.text(1)),
                        row.text(2),
                        "'" + row.text(3) + "'"));
    }

    /** Sequences of identity columns belong to their columns. */
    private static void sequences(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select c.relname, format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                  s.seqcache, case when s.seqcycle then 'cycle' else '' end
                from pg_sequence s
                join pg_class c on c.oid = s.seqrelid
                where c.relnamespace = to_regnamespace(quote_ident(?))
                  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'i')
                """,
                row -> facts.add(
                        Kind.SEQUENCE,
                        facts.qualified(catalog.schema(), row.text(1)),
                        row.text(2),
                        "start " + row.text(3),
                        "increment " + row.text(4),
                        "min " + row.text(5),
                        "max " + row.text(6),
                        "cache " + row.text(7),
                        row.text(8)));
    }

    private static void types(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
                from pg_type t join pg_enum e on e.enumtypid = t.oid
                where t.typnamespace = to_regnamespace(quote_ident(?)) group by t.typname
                """,
                row -> facts.add(
                        Kind.TYPE, facts.qualified(catalog.schema(), row.text(1)), "enum (" + row.text(2) + ")"));
        catalog.query(
                """
                select c.relname,
                  string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = to_regnamespace(quote_ident(?)) and c.relkind = 'c' group by c.relname
                """,
                row -> facts.add(
                        Kind.TYPE, facts.qualified(catalog.schema(), row.text(1)), "composite (" + row.text(2) + ")"));
    }
}
