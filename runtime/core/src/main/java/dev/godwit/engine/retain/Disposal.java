package dev.godwit.engine.retain;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.plan.KeptNames;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops what is kept, wherever it is by now: tables may have been renamed since, or be kept themselves. */
public final class Disposal {

    private final Connection connection;
    private final Dialect dialect;

    public Disposal(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Drops a thing, and what only it used; one that is gone already is left alone. */
    public void drop(RetainedRow row) throws SQLException {
        switch (row.kind()) {
            case TABLE, BACKUP, VALUES ->
                Jdbc.execute(
                        connection,
                        "drop table if exists " + dialect.quote(row.table().withName(row.reserved())));
            case SEQUENCE ->
                Jdbc.execute(
                        connection,
                        "drop %s if exists %s"
                                .formatted(
                                        dialect.kind() == DatabaseKind.MYSQL ? "table" : "sequence",
                                        dialect.quote(row.table().withName(row.reserved()))));
            case COLUMN -> {
                dropColumn(row, row.reserved());
                dropColumn(row, KeptNames.partOf(row.reserved(), row.reserved()));
            }
        }
        dropTypes(row);
    }

    private void dropColumn(RetainedRow row, Identifier column) throws SQLException {
        Optional<QualifiedName> holder = holder(row, column);
        if (holder.isPresent()) {
            Jdbc.execute(
                    connection,
                    "alter table %s drop column %s".formatted(dialect.quote(holder.get()), dialect.quote(column)));
        }
    }

    /** Whether it is still in the database. */
    public boolean isThere(RetainedRow row) throws SQLException {
        return switch (row.kind()) {
            case TABLE, BACKUP, VALUES ->
                !find("tables", "table_name", row, row.reserved()).isEmpty();
            case SEQUENCE -> !findSequence(row).isEmpty();
            case COLUMN -> holder(row, row.reserved()).isPresent();
        };
    }

    private Optional<QualifiedName> holder(RetainedRow row, Identifier column) throws SQLException {
        return find("columns", "column_name", row, column).stream()
                .findFirst()
                .map(table -> row.table().withName(new Identifier(table, true)));
    }

    private List<String> find(String view, String nameColumn, RetainedRow row, Identifier name) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(dialect.catalogName(name)));
        Optional<String> schema = schema(row).map(dialect::catalogName);
        schema.ifPresent(values::add);
        return Jdbc.query(
                connection,
                "select table_name from information_schema.%s where %s = ? and table_schema = %s"
                        .formatted(view, nameColumn, schema.map(text -> "?").orElse(currentSchema())),
                found -> found.getString(1),
                values.toArray());
    }

    /** MariaDB lists a sequence as a kind of table, and on MySQL it is one. */
    private List<String> findSequence(RetainedRow row) throws SQLException {
        return switch (dialect.kind()) {
            case MARIADB, MYSQL -> find("tables", "table_name", row, row.reserved());
            case POSTGRESQL, H2 ->
                Jdbc.query(
                        connection,
                        "select sequence_name from information_schema.sequences where sequence_name = ? and sequence_schema = "
                                + schema(row)
                                        .map(dialect::catalogName)
                                        .map(dialect::literal)
                                        .orElse(currentSchema()),
                        found -> found.getString(1),
                        dialect.catalogName(row.reserved()));
        };
    }

    private Optional<Identifier> schema(RetainedRow row) {
        return switch (dialect.kind()) {
            case POSTGRESQL, H2 -> row.table().schema();
            case MARIADB, MYSQL -> row.table().catalog();
        };
    }

    private String currentSchema() {
        return switch (dialect.kind()) {
            case POSTGRESQL, H2 -> "current_schema";
            case MARIADB, MYSQL -> "database()";
        };
    }

    /** Types that were kept for kept columns, once no column uses them any more. */
    private void dropTypes(RetainedRow row) throws SQLException {
        Optional<String> unused = unusedTypes();
        if (unused.isPresent()) {
            for (String type : Jdbc.query(connection, unused.get(), found -> found.getString(1))) {
                QualifiedName name = row.table().withName(new Identifier(type, true));
                Jdbc.execute(connection, dropType(name));
            }
        }
    }

    private String dropType(QualifiedName name) {
        return switch (dialect.kind()) {
            case POSTGRESQL -> "drop type if exists %s cascade".formatted(dialect.quote(name));
            case H2, MARIADB, MYSQL -> "drop domain if exists " + dialect.quote(name);
        };
    }

    private Optional<String> unusedTypes() {
        return switch (dialect.kind()) {
            case POSTGRESQL ->
                Optional.of("select typname from pg_type t where typtype = 'e' and starts_with(typname, '%s')"
                                .formatted(KeptNames.PREFIX)
                        + " and not exists (select 1 from pg_attribute a where a.atttypid = t.oid"
                        + " and not a.attisdropped)");
            case H2 ->
                Optional.of("select domain_name from information_schema.domains d"
                        + " where lower(left(domain_name, %d)) = '%s'"
                                .formatted(KeptNames.PREFIX.length(), KeptNames.PREFIX)
                        + " and not exists (select 1 from information_schema.columns c"
                        + " where c.domain_schema = d.domain_schema and c.domain_name = d.domain_name)");
            case MARIADB, MYSQL -> Optional.empty();
        };
    }
}
