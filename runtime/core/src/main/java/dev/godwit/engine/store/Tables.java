package dev.godwit.engine.store;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.engine.server.Server;
import dev.godwit.schema.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Creates Godwit's own tables where they are missing. */
public final class Tables {

    private final Names names;
    private final Dialect dialect;
    private final Server server;

    public Tables(Names names, Dialect dialect, Server server) {
        this.names = names;
        this.dialect = dialect;
        this.server = server;
    }

    /** Creates what is missing, each table in a statement of its own that may run again. */
    public void create(Connection connection) throws SQLException {
        for (String definition : definitions(connection)) {
            Jdbc.execute(connection, definition);
        }
        if (Jdbc.query(connection, "select slot from " + names.run(), row -> row.getString(1))
                .isEmpty()) {
            Jdbc.update(
                    connection,
                    "insert into %s (slot, run_id, holder, started_at, format) values (?, ?, ?, ?, ?)"
                            .formatted(names.run()),
                    Runs.RUN_SLOT,
                    "",
                    "",
                    LocalDateTime.now(ZoneOffset.UTC),
                    Format.CURRENT);
        }
    }

    /** The statements that create what is missing in a database, and add what an older Godwit has left out. */
    public List<String> definitions(Connection connection) throws SQLException {
        List<String> definitions =
                new ArrayList<>(List.of(run(), journal(), history(), pause(), retained(), repeatable()));
        if (isWithoutSpares(connection)) {
            definitions.add("alter table %s add column %s %s".formatted(names.history(), History.SPARES, integer()));
        }
        return definitions;
    }

    private boolean isWithoutSpares(Connection connection) throws SQLException {
        try {
            Jdbc.query(
                    connection,
                    "select %s from %s where 1 = 0".formatted(History.SPARES, names.history()),
                    row -> row.getInt(1));
            return false;
        } catch (SQLException e) {
            return switch (server.failure(e)) {
                case NO_TABLE -> false;
                case NO_COLUMN -> true;
                default -> throw e;
            };
        }
    }

    private String run() {
        return """
                create table if not exists %s (
                  slot %s not null primary key,
                  run_id %s not null,
                  holder %s not null,
                  connection_id %s,
                  started_at %s not null,
                  seen_at %s,
                  format %s not null)""".formatted(names.run(), text(8), text(36), text(255), text(64), time(), time(), integer());
    }

    private String pause() {
        return "create table if not exists %s (reason %s not null primary key)".formatted(names.pause(), text(255));
    }

    private String journal() {
        return """
                create table if not exists %s (
                  id %s not null primary key,
                  version %s not null,
                  direction %s not null,
                  attempt %s not null,
                  group_no %s not null,
                  fingerprints %s not null,
                  what %s not null,
                  state %s not null,
                  ends %s not null,
                  cursor_key %s,
                  error %s,
                  run_id %s not null,
                  noted_at %s not null,
                  duration_ms %s not null)""".formatted(
                        names.journal(),
                        bigint(),
                        text(64),
                        text(8),
                        bigint(),
                        integer(),
                        server.longText(),
                        server.longText(),
                        text(16),
                        integer(),
                        server.longText(),
                        server.longText(),
                        text(36),
                        time(),
                        bigint());
    }

    private String history() {
        return """
                create table if not exists %s (
                  version %s not null primary key,
                  description %s not null,
                  class_name %s not null,
                  follows %s,
                  fingerprint %s not null,
                  state %s not null,
                  applied_at %s not null,
                  duration_ms %s not null,
                  run_id %s not null,
                  godwit_version %s not null,
                  ledger_head %s not null,
                  format %s not null,
                  %s %s)""".formatted(
                        names.history(),
                        text(64),
                        text(255),
                        text(512),
                        text(64),
                        text(128),
                        text(16),
                        time(),
                        bigint(),
                        text(36),
                        text(64),
                        text(64),
                        integer(),
                        History.SPARES,
                        integer());
    }

    private String retained() {
        return """
                create table if not exists %s (
                  name %s not null primary key,
                  version %s not null,
                  direction %s not null,
                  kind %s not null,
                  table_name %s not null,
                  column_name %s,
                  definition %s not null,
                  state %s not null,
                  bytes %s,
                  noted_at %s not null,
                  run_id %s not null,
                  format %s not null)""".formatted(
                        names.retained(),
                        text(64),
                        text(64),
                        text(8),
                        text(16),
                        text(512),
                        text(255),
                        text(128),
                        text(16),
                        bigint(),
                        time(),
                        text(36),
                        integer());
    }

    private String repeatable() {
        return """
                create table if not exists %s (
                  name %s not null primary key,
                  seal %s not null,
                  needs %s not null,
                  reads_tables %s not null,
                  drops %s not null,
                  ran_at %s not null,
                  duration_ms %s not null,
                  run_id %s not null,
                  godwit_version %s not null,
                  format %s not null)""".formatted(
                        names.repeatable(),
                        text(128),
                        text(128),
                        server.longText(),
                        server.longText(),
                        server.longText(),
                        time(),
                        bigint(),
                        text(36),
                        text(64),
                        integer());
    }

    private String text(int length) {
        return dialect.render(new Type.Sized(Type.Sized.Kind.VARCHAR, length));
    }

    private String integer() {
        return dialect.render(new Type.Simple(Type.Simple.Kind.INTEGER));
    }

    private String bigint() {
        return dialect.render(new Type.Simple(Type.Simple.Kind.BIGINT));
    }

    private String time() {
        return dialect.render(new Type.Temporal(Type.Temporal.Kind.TIMESTAMP, OptionalInt.of(6)));
    }
}
