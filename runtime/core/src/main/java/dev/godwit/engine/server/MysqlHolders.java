package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Transactions of others that hold a table whose definition a statement changes, as MySQL's performance schema knows them. */
final class MysqlHolders implements Server.Holders {

    private static final Pattern DEFINITION = Pattern.compile("(?s)\\s*(alter|create|drop|rename)\\b.*");

    /** What a trigger does is no matter of the statement that makes it. */
    private static final Pattern TRIGGER = Pattern.compile("(?s)(\\s*create trigger .*?) for each row\\b.*");

    /** A name too many, which another one contains, is no harm. */
    private static final String NAMED = """
            select table_name from information_schema.tables \
            where table_schema = database() and locate(table_name, ?) > 0 \
            union select event_object_table from information_schema.triggers \
            where trigger_schema = database() and locate(trigger_name, ?) > 0""";

    private static final String HOLDERS = """
            select count(*) > 0 from performance_schema.metadata_locks \
            where object_type = 'TABLE' and object_schema = database() and object_name in (%s) \
            and lock_status = 'GRANTED' and owner_thread_id <> ps_current_thread_id()""";

    private final Connection connection;
    private final String query;
    private final List<String> tables;

    private MysqlHolders(Connection connection, List<String> tables) {
        this.connection = connection;
        this.query = HOLDERS.formatted(String.join(", ", Collections.nCopies(tables.size(), "?")));
        this.tables = tables;
    }

    /** Nobody for a statement that changes no definition of a table that is there, and for a user who may not ask. */
    static Server.Holders of(Server server, Connection connection, String sql) throws SQLException {
        if (!DEFINITION.matcher(sql.toLowerCase(Locale.ROOT)).matches()) {
            return () -> false;
        }
        Matcher trigger = TRIGGER.matcher(sql);
        String head = trigger.matches() ? trigger.group(1) : sql;
        List<String> tables = Jdbc.query(connection, NAMED, row -> row.getString(1), head, head);
        MysqlHolders holders = new MysqlHolders(connection, tables);
        return tables.isEmpty() || !holders.mayAsk(server) ? () -> false : holders;
    }

    private boolean mayAsk(Server server) throws SQLException {
        try {
            areThere();
            return true;
        } catch (SQLException e) {
            if (server.failure(e) == Failure.NOT_ALLOWED) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean areThere() throws SQLException {
        return Jdbc.test(connection, query, tables.toArray());
    }
}
