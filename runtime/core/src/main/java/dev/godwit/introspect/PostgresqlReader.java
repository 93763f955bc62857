package dev.godwit.introspect;

import dev.godwit.introspect.Fact.Kind;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Reads {@code pg_catalog}. */
final class PostgresqlReader implements CatalogReader {

    private static final Map<String, String> ACTIONS =
            Map.of("a", "no action", "r", "restrict", "c", "cascade", "n", "set null", "d", "set default");

    @Override
    public void read(Catalog catalog, Facts facts) throws SQLException {
        tables(catalog, facts);
        columns(catalog, facts);
        constraints(catalog, facts);
        foreignKeys(catalog, facts);
        checks(catalog, facts);
        indexes(catalog, facts);
        comments(catalog, facts);
        sequences(catalog, facts);
        types(catalog, facts);
    }

    /** Tables, views, sequences and composite types share one list of names. */
    @Override
    public TakenNames takenNames() {
        String all = """
                select c.relname from pg_class c
                where c.relnamespace = to_regnamespace(quote_ident(?)) and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'c')
                """;
        return new TakenNames(all, all);
    }

    private static void tables(Catalog catalog, Facts facts) throws SQLException {
        catalog.query("""
                select c.relname, case c.relkind when 'p' then 'partitioned' when 'f' then 'foreign' else '' end
                from pg_class c
                where c.relnamespace = to_regnamespace(quote_ident(?)) and c.relkind in ('r', 'p', 'f')
                """, row -> facts.add(Kind.TABLE, facts.qualified(catalog.schema(), row.text(1)), row.text(2)));
    }

    private static void columns(Catalog catalog, Facts facts) throws SQLException {
        catalog.query("""
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
                """, row -> {
            String table = facts.qualified(catalog.schema(), row.text(1));
            String column = row.text(2);
            String sql = row.text(5);
            facts.addColumn(Kind.COLUMN, table, column, row.text(3));
            facts.addColumn(Kind.NULLABILITY, table, column, row.is(4) ? "not null" : "null");
            switch (row.text(7)) {
                case "" -> facts.addColumn(Kind.DEFAULT, table, column, sql);
                case "v" -> facts.addGenerated(table, column, sql, "virtual");
                default -> facts.addGenerated(table, column, sql, "stored");
            }
            switch (row.text(6)) {
                case "a" -> facts.addColumn(Kind.IDENTITY, table, column, "always");
                case "d" -> facts.addColumn(Kind.IDENTITY, table, column, "by default");
                default -> {}
            }
            facts.addColumn(Kind.COLLATION, table, column, row.text(8));
        });
    }

    private static void constraints(Catalog catalog, Facts facts) throws SQLException {
        catalog.query("""
                select c.relname, o.contype, o.conname, pg_get_constraintdef(o.oid), %s
                from pg_constraint o
                join pg_class c on c.oid = o.conrelid
                where c.relnamespace = to_regnamespace(quote_ident(?)) and o.contype in ('p', 'u')
                """.formatted(columns("o.conkey", "o.conrelid")), row -> {
            String table = facts.qualified(catalog.schema(), row.text(1));
            Fact.Key key = Fact.Key.on(row.texts(5));
            if (row.text(2).equals("p")) {
                facts.addPrimaryKey(table, key, row.text(4));
            } else {
                facts.addNamed(Kind.UNIQUE, table, row.text(3), Optional.of(key), row.text(4));
            }
        });
    }

    /** The names behind numbers of columns, in their order. */
    private static String columns(String numbers, String table) {
        return """
                array(select a.attname::text from unnest(%s) with ordinality k (number, place)
                  join pg_attribute a on a.attrelid = %s and a.attnum = k.number order by k.place)""".formatted(numbers, table);
    }

    private static void foreignKeys(Catalog catalog, Facts facts) throws SQLException {
        catalog.query("""
                select c.relname, o.conname, n.nspname, t.relname, o.confdeltype, o.confupdtype, %s, %s,
                  case o.confmatchtype when 'f' then 'match full' else '' end,
                  case when o.condeferrable then 'deferrable' else '' end,
                  case when o.condeferred then 'initially deferred' else '' end,
                  case when o.convalidated then '' else 'not valid' end
                from pg_constraint o
                join pg_class c on c.oid = o.conrelid
                join pg_class t on t.oid = o.confrelid
                join pg_namespace n on n.oid = t.relnamespace
                where c.relnamespace = to_regnamespace(quote_ident(?)) and o.contype = 'f' and o.conparentid = 0
                """.formatted(columns("o.conkey", "o.conrelid"), columns("o.confkey", "o.confrelid")), row -> {
            Fact.Key key = new Fact.Key(row.texts(7), facts.qualified(row.text(3), row.text(4)), row.texts(8));
            facts.addNamed(
                    Kind.FOREIGN_KEY,
                    facts.qualified(catalog.schema(), row.text(1)),
                    row.text(2),
                    Optional.of(key),
                    KeyText.foreignKey(key, ACTIONS.get(row.text(5)), ACTIONS.get(row.text(6))),
                    row.text(9),
                    row.text(10),
                    row.text(11),
                    row.text(12));
        });
    }

    private static void checks(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select c.relname, o.conname, pg_get_expr(o.conbin, o.conrelid),
                  case when o.connoinherit then 'no inherit' else '' end,
                  case when o.convalidated then '' else 'not valid' end
                from pg_constraint o
                join pg_class c on c.oid = o.conrelid
                where c.relnamespace = to_regnamespace(quote_ident(?)) and o.contype = 'c'
                """,
                row -> facts.addNamed(
                        Kind.CHECK,
                        facts.qualified(catalog.schema(), row.text(1)),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5)));
    }

    private static void indexes(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select t.relname, i.relname, case when x.indisunique then 'unique' else '' end,
                  substring(pg_get_indexdef(i.oid) from ' (USING .*)$'),
                  case when x.indisvalid then '' else 'invalid' end,
                  %s, 0 = any (x.indkey) or x.indpred is not null or x.indoption::text ~ '[1-9]'
                from pg_index x
                join pg_class i on i.oid = x.indexrelid
                join pg_class t on t.oid = x.indrelid
                where t.relnamespace = to_regnamespace(quote_ident(?))
                  and not exists (select 1 from pg_constraint o where o.conindid = i.oid and o.contype in ('p', 'u', 'x'))
                """.formatted(columns("x.indkey", "x.indrelid")),
                row -> facts.addNamed(
                        Kind.INDEX,
                        facts.qualified(catalog.schema(), row.text(1)),
                        row.text(2),
                        row.is(7) ? Optional.empty() : Optional.of(Fact.Key.on(row.texts(6))),
                        row.text(3),
                        row.text(4),
                        row.text(5)));
    }

    private static void comments(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select c.relname, a.attname, d.description
                from pg_description d
                join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
                left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and a.attnum > 0
                where c.relnamespace = to_regnamespace(quote_ident(?)) and c.relkind in ('r', 'p', 'f')
                """, row -> facts.addComment(facts.qualified(catalog.schema(), row.text(1)), row.text(2), row.text(3)));
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
