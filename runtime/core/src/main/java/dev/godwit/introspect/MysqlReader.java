package dev.godwit.introspect;

import dev.godwit.introspect.Fact.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the {@code information_schema} of MySQL and MariaDB.
 *
 * @param mariadb MariaDB has sequences, and the table in its list of checks
 */
record MysqlReader(boolean mariadb) implements CatalogReader {

    private static final String AUTO_INCREMENT = "auto_increment";
    private static final String DEFAULT_GENERATED = "DEFAULT_GENERATED";
    private static final Map<String, Kind> KEYS =
            Map.of("PRIMARY KEY", Kind.PRIMARY_KEY, "UNIQUE", Kind.UNIQUE, "FOREIGN KEY", Kind.FOREIGN_KEY);

    @Override
    public void read(Catalog catalog, Facts facts) throws SQLException {
        Map<String, String> collations = tables(catalog, facts);
        columns(catalog, collations, facts);
        keys(catalog, facts);
        checks(catalog, facts);
        indexes(catalog, facts);
        if (mariadb) {
            sequences(catalog, facts);
        }
    }

    /** MariaDB lists its sequences among the tables. */
    @Override
    public TakenNames takenNames() {
        String all = "select table_name from information_schema.tables where table_schema = ?";
        return new TakenNames(all, all);
    }

    private static Map<String, String> tables(Catalog catalog, Facts facts) throws SQLException {
        Map<String, String> collations = new HashMap<>();
        catalog.query("""
                select table_name, engine, table_comment, table_collation from information_schema.tables
                where table_schema = ? and table_type = 'BASE TABLE'
                """, row -> {
            String table = facts.qualified(catalog.schema(), row.text(1));
            collations.put(row.text(1), row.text(4));
            facts.add(Kind.TABLE, table, row.text(2));
            facts.addComment(table, "", row.text(3));
        });
        return collations;
    }

    /** Asked apart from the tables: MariaDB 10.11 has crashed on some joins of the two. */
    private void columns(Catalog catalog, Map<String, String> collations, Facts facts) throws SQLException {
        catalog.query("""
                select table_name, column_name, column_type, is_nullable, column_default, extra, generation_expression,
                  column_comment, collation_name
                from information_schema.columns where table_schema = ?
                """, row -> {
            if (!collations.containsKey(row.text(1))) {
                return;
            }
            String table = facts.qualified(catalog.schema(), row.text(1));
            boolean ownCollation = !row.isNull(9) && !row.text(9).equals(collations.get(row.text(1)));
            String column = row.text(2);
            String extra = row.text(6);
            facts.addColumn(Kind.COLUMN, table, column, row.text(3));
            facts.addColumn(Kind.NULLABILITY, table, column, row.text(4).equals("YES") ? "null" : "not null");
            if (!row.isNull(5)) {
                facts.addColumn(Kind.DEFAULT, table, column, defaultText(row.text(5), extra));
            }
            if (extra.contains(AUTO_INCREMENT)) {
                facts.addColumn(Kind.IDENTITY, table, column, AUTO_INCREMENT);
            }
            facts.addGenerated(
                    table,
                    column,
                    row.text(7),
                    extra.replace(AUTO_INCREMENT, "")
                            .replace(DEFAULT_GENERATED, "")
                            .strip());
            facts.addColumn(Kind.COLLATION, table, column, ownCollation ? row.text(9) : "");
            facts.addComment(table, column, row.text(8));
        });
    }

    /** MySQL shows a literal without its quotes and says of everything else that it is an expression. */
    private String defaultText(String text, String extra) {
        if (mariadb) {
            return text.equals("NULL") ? "" : text;
        }
        return extra.contains(DEFAULT_GENERATED) ? "(" + text + ")" : "'" + text.replace("'", "''") + "'";
    }

    private static void keys(Catalog catalog, Facts facts) throws SQLException {
        Constraints constraints = new Constraints();
        catalog.query("""
                select k.table_name, k.constraint_name, c.constraint_type, k.column_name,
                  k.referenced_table_schema, k.referenced_table_name, k.referenced_column_name, r.delete_rule, r.update_rule
                from information_schema.key_column_usage k
                join information_schema.table_constraints c
                  on c.constraint_schema = k.constraint_schema and c.table_name = k.table_name
                  and c.constraint_name = k.constraint_name
                  and (c.constraint_type = 'FOREIGN KEY') = (k.referenced_table_name is not null)
                left join information_schema.referential_constraints r
                  on r.constraint_schema = k.constraint_schema and r.table_name = k.table_name
                  and r.constraint_name = k.constraint_name and k.referenced_table_name is not null
                where k.table_schema = ?
                order by k.table_name, k.constraint_name, k.ordinal_position
                """, row -> constraints.add(row, KEYS.get(row.text(3)), facts));
        constraints.addTo(facts, catalog.schema());
    }

    private void checks(Catalog catalog, Facts facts) throws SQLException {
        String table = mariadb
                ? "select table_name, constraint_name, check_clause from information_schema.check_constraints k "
                : """
                  select c.table_name, k.constraint_name, k.check_clause from information_schema.check_constraints k
                  join information_schema.table_constraints c on c.constraint_schema = k.constraint_schema
                    and c.constraint_name = k.constraint_name and c.constraint_type = 'CHECK'
                  """;
        catalog.query(
                table + "where k.constraint_schema = ?",
                row -> facts.addNamed(
                        Kind.CHECK, facts.qualified(catalog.schema(), row.text(1)), row.text(2), row.text(3)));
    }

    private static void indexes(Catalog catalog, Facts facts) throws SQLException {
        IndexParts parts = new IndexParts();
        catalog.query(
                """
                select s.table_name, s.index_name, s.non_unique = 0, s.index_type, s.column_name, s.sub_part, s.collation
                from information_schema.statistics s
                where s.table_schema = ? and not exists (
                  select 1 from information_schema.table_constraints c
                  where c.constraint_schema = s.table_schema and c.table_name = s.table_name
                    and c.constraint_name = s.index_name and c.constraint_type in ('PRIMARY KEY', 'UNIQUE'))
                order by s.table_name, s.index_name, s.seq_in_index
                """,
                row -> parts.add(
                        new IndexParts.Index(
                                row.text(1),
                                row.text(2),
                                row.is(3) ? "unique" : "",
                                row.text(4).equals("BTREE") ? "" : row.text(4)),
                        row.text(5),
                        (row.isNull(6) ? "" : "(" + row.text(6) + ")")
                                + (row.text(7).equals("D") ? " desc" : "")));
        parts.addTo(facts, catalog.schema());
    }

    private static void sequences(Catalog catalog, Facts facts) throws SQLException {
        List<String> names = new ArrayList<>();
        catalog.query(
                "select table_name from information_schema.tables where table_schema = ? and table_type = 'SEQUENCE'",
                row -> names.add(row.text(1)));
        for (String name : names) {
            catalog.query(
                    """
                    select start_value, increment, minimum_value, maximum_value, cache_size, cycle_option from `%s`.`%s`
                    """.formatted(escaped(catalog.schema()), escaped(name)),
                    row -> facts.add(
                            Kind.SEQUENCE,
                            facts.qualified(catalog.schema(), name),
                            "start " + row.text(1),
                            "increment " + row.text(2),
                            "min " + row.text(3),
                            "max " + row.text(4),
                            "cache " + row.text(5),
                            row.is(6) ? "cycle" : ""));
        }
    }

    private static String escaped(String name) {
        return name.replace("`", "``");
    }
}
