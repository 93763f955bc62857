package dev.godwit.introspect;

import dev.godwit.introspect.Catalog.Row;
import dev.godwit.introspect.Fact.Kind;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** Reads H2's {@code INFORMATION_SCHEMA}. */
final class H2Reader implements CatalogReader {

    private static final Map<String, Kind> KEYS =
            Map.of("PRIMARY KEY", Kind.PRIMARY_KEY, "UNIQUE", Kind.UNIQUE, "FOREIGN KEY", Kind.FOREIGN_KEY);

    @Override
    public void read(Catalog catalog, Facts facts) throws SQLException {
        tables(catalog, facts);
        columns(catalog, facts);
        keys(catalog, facts);
        checks(catalog, facts);
        indexes(catalog, facts);
        sequences(catalog, facts);
        domains(catalog, facts);
    }

    @Override
    public TakenNames takenNames() {
        return new TakenNames(
                "select table_name from information_schema.tables where table_schema = ?",
                "select sequence_name from information_schema.sequences where sequence_schema = ?");
    }

    private static void tables(Catalog catalog, Facts facts) throws SQLException {
        catalog.query("""
                select table_name, remarks from information_schema.tables
                where table_schema = ? and table_type = 'BASE TABLE'
                """, row -> {
            String table = facts.qualified(catalog.schema(), row.text(1));
            facts.add(Kind.TABLE, table);
            facts.addComment(table, "", row.text(2));
        });
    }

    private static void columns(Catalog catalog, Facts facts) throws SQLException {
        catalog.query("""
                select c.table_name, c.column_name, c.data_type, c.character_maximum_length, c.numeric_precision,
                  c.numeric_scale, c.datetime_precision, c.declared_data_type, c.declared_numeric_precision,
                  c.interval_type, c.domain_name, c.is_nullable, c.column_default, c.is_identity, c.identity_generation,
                  c.generation_expression, c.remarks,
                  (select listagg('''' || v.value_name || '''', ', ') within group (order by v.value_ordinal)
                   from information_schema.enum_values v
                   where v.object_schema = c.table_schema and v.object_name = c.table_name and v.object_type = 'TABLE'
                     and v.enum_identifier = c.dtd_identifier),
                  (select e.data_type || '(' || coalesce(e.character_maximum_length, e.numeric_precision, 0) || ')'
                   from information_schema.element_types e
                   where e.object_schema = c.table_schema and e.object_name = c.table_name and e.object_type = 'TABLE'
                     and e.collection_type_identifier = c.dtd_identifier),
                  c.maximum_cardinality
                from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = ? and t.table_type = 'BASE TABLE'
                """, row -> {
            String table = facts.qualified(catalog.schema(), row.text(1));
            String column = row.text(2);
            facts.addColumn(Kind.COLUMN, table, column, type(row));
            facts.addColumn(Kind.NULLABILITY, table, column, row.text(12).equals("YES") ? "null" : "not null");
            facts.addColumn(Kind.DEFAULT, table, column, row.text(13));
            if (row.text(14).equals("YES")) {
                facts.addColumn(Kind.IDENTITY, table, column, row.text(15).toLowerCase(Locale.ROOT));
            }
            facts.addGenerated(table, column, row.text(16), "");
            facts.addComment(table, column, row.text(17));
        });
    }

    private static String type(Row row) throws SQLException {
        String type = row.text(3);
        if (!row.isNull(11)) {
            return type + " of domain " + row.text(11);
        }
        return switch (type) {
            case "ENUM" -> "ENUM(" + row.text(18) + ")";
            case "ARRAY" -> row.text(19) + " ARRAY[" + row.text(20) + "]";
            case "NUMERIC", "DECIMAL", "DECFLOAT" -> type + "(" + row.text(5) + ", " + row.text(6) + ")";
            case "INTERVAL" -> row.text(10) + "(" + row.text(7) + ")";
            default -> type + parenthesised(row.isNull(4) ? row.text(7) : row.text(4)) + declared(row);
        };
    }

    private static String parenthesised(String length) {
        return length.isEmpty() ? "" : "(" + length + ")";
    }

    /** What was declared as a float of some bits is a real or a double precision. */
    private static String declared(Row row) throws SQLException {
        return row.text(8).equals("FLOAT") ? " as FLOAT" + parenthesised(row.text(9)) : "";
    }

    /**
     * Columns of keys come from their indexes where they can: {@code KEY_COLUMN_USAGE} goes on showing the old name of a
     * renamed column until the database is opened again.
     */
    private static void keys(Catalog catalog, Facts facts) throws SQLException {
        Constraints constraints = new Constraints();
        catalog.query(
                """
                select c.table_name, c.constraint_name, c.constraint_type, %s, u.table_schema, u.table_name, %s,
                  r.delete_rule, r.update_rule
                from information_schema.table_constraints c
                join information_schema.key_column_usage k
                  on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
                left join information_schema.referential_constraints r
                  on r.constraint_schema = c.constraint_schema and r.constraint_name = c.constraint_name
                left join information_schema.key_column_usage u
                  on u.constraint_schema = r.unique_constraint_schema and u.constraint_name = r.unique_constraint_name
                  and u.ordinal_position = k.position_in_unique_constraint
                left join information_schema.table_constraints t
                  on t.constraint_schema = r.unique_constraint_schema and t.constraint_name = r.unique_constraint_name
                where c.table_schema = ? and c.constraint_type <> 'CHECK'
                order by c.table_name, c.constraint_name, k.ordinal_position
                """.formatted(current("k", "c"), current("u", "t")),
                row -> constraints.add(row, KEYS.get(row.text(3)), facts));
        constraints.addTo(facts, catalog.schema());
    }

    /** The column's name if there is such a column, else the one at its place in the index. */
    private static String current(String column, String constraint) {
        return """
                coalesce(
                  (select n.column_name from information_schema.columns n where n.table_schema = %1$s.table_schema
                    and n.table_name = %1$s.table_name and n.column_name = %1$s.column_name),
                  (select i.column_name from information_schema.index_columns i
                    where i.index_schema = %2$s.index_schema and i.index_name = %2$s.index_name
                      and i.ordinal_position = %1$s.ordinal_position))""".formatted(column, constraint);
    }

    private static void checks(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select c.table_name, c.constraint_name, k.check_clause
                from information_schema.table_constraints c
                join information_schema.check_constraints k
                  on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
                where c.table_schema = ?
                """,
                row -> facts.addNamed(
                        Kind.CHECK, facts.qualified(catalog.schema(), row.text(1)), row.text(2), row.text(3)));
    }

    private static void indexes(Catalog catalog, Facts facts) throws SQLException {
        IndexParts parts = new IndexParts();
        catalog.query(
                """
                select i.table_name, i.index_name, i.index_type_name, k.column_name, k.ordering_specification
                from information_schema.indexes i
                join information_schema.index_columns k
                  on k.index_schema = i.index_schema and k.index_name = i.index_name
                where i.table_schema = ? and not i.is_generated
                order by i.table_name, i.index_name, k.ordinal_position
                """,
                row -> parts.add(
                        new IndexParts.Index(row.text(1), row.text(2), row.text(3), ""),
                        row.text(4),
                        row.text(5).equals("DESC") ? " desc" : ""));
        parts.addTo(facts, catalog.schema());
    }

    /** Sequences of identity columns belong to their columns. */
    private static void sequences(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select sequence_name, data_type, start_value, increment, minimum_value, maximum_value, cycle_option, cache
                from information_schema.sequences
                where sequence_schema = ? and sequence_name not like 'SYSTEM\\_SEQUENCE%'
                """,
                row -> facts.add(
                        Kind.SEQUENCE,
                        facts.qualified(catalog.schema(), row.text(1)),
                        row.text(2),
                        "start " + row.text(3),
                        "increment " + row.text(4),
                        "min " + row.text(5),
                        "max " + row.text(6),
                        row.text(7).equals("NO") ? "" : "cycle",
                        "cache " + row.text(8)));
    }

    private static void domains(Catalog catalog, Facts facts) throws SQLException {
        catalog.query(
                """
                select d.domain_name, d.data_type, d.character_maximum_length,
                  (select listagg(k.check_clause, ' and ') from information_schema.domain_constraints c
                   join information_schema.check_constraints k
                     on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
                   where c.domain_schema = d.domain_schema and c.domain_name = d.domain_name)
                from information_schema.domains d where d.domain_schema = ?
                """,
                row -> facts.add(
                        Kind.TYPE,
                        facts.qualified(catalog.schema(), row.text(1)),
                        row.text(2) + parenthesised(row.text(3)),
                        row.isNull(4) ? "" : "check " + row.text(4)));
    }
}
