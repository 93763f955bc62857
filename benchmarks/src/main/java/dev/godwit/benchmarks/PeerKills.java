package dev.godwit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * What happens on the next run when a migrating process was killed at a random moment: Godwit beside its peers, over the
 * same small migrations.
 */
public final class PeerKills {

    private static final int TIMES = Integer.getInteger("times", 20);
    private static final int MIGRATIONS = 40;
    private static final long PATIENCE_SECONDS = Long.getLong("patience", 60);
    private static final String SUBJECTS = System.getProperty("subjects", "GODWIT,FLYWAY,LIQUIBASE");

    private final Path migrations = Files.createTempDirectory("godwit-peer-kills");
    private final Random random;
    private final String server;
    private final String user;
    private final String password;
    private int databases;

    private PeerKills(String server, String user, String password, long seed) throws IOException {
        this.server = server;
        this.user = user;
        this.password = password;
        this.random = new Random(seed);
    }

    /** @param arguments the server's JDBC URL up to the slash before the database, user, password */
    public static void main(String[] arguments) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        PeerKills kills = new PeerKills(arguments[0], arguments[1], arguments.length > 2 ? arguments[2] : "", seed);
        SmallMigrations.write(kills.migrations, MIGRATIONS, false);
        System.out.println("seed " + seed);
        for (String name : SUBJECTS.split(",")) {
            Subject subject = Subject.valueOf(name);
            System.out.println(subject + " " + kills.outcomes(subject));
        }
    }

    private enum Outcome {
        NOT_KILLED_IN_TIME,
        FINISHED,
        REFUSED,
        STILL_WAITING,
        SAID_DONE_AND_WAS_NOT
    }

    private Map<Outcome, Integer> outcomes(Subject subject) throws Exception {
        long length = length(subject);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int i = 0; i < TIMES; i++) {
            outcomes.merge(killed(subject, random.nextLong(length)), 1, Integer::sum);
        }
        return outcomes;
    }

    /** The milliseconds from the first table to the end. */
    private long length(Subject subject) throws Exception {
        String name = create();
        Process process = start(subject, name);
        awaitFirstTable(name, process);
        long start = System.nanoTime();
        process.waitFor();
        drop(name);
        return Math.max(10, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private Outcome killed(Subject subject, long moment) throws Exception {
        String name = create();
        try {
            Process first = start(subject, name);
            awaitFirstTable(name, first);
            if (first.waitFor(moment, TimeUnit.MILLISECONDS)) {
                return Outcome.NOT_KILLED_IN_TIME;
            }
            first.destroyForcibly().waitFor();
            Process second = start(subject, name);
            if (!second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                second.destroyForcibly().waitFor();
                return Outcome.STILL_WAITING;
            }
            if (second.exitValue() != 0) {
                return Outcome.REFUSED;
            }
            return tables(name) == MIGRATIONS ? Outcome.FINISHED : Outcome.SAID_DONE_AND_WAS_NOT;
        } finally {
            drop(name);
        }
    }

    private Process start(Subject subject, String name) throws IOException {
        return subject.process(server + name, user, password, migrations, MIGRATIONS)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitFirstTable(String name, Process process) throws SQLException, InterruptedException {
        while (process.isAlive() && tables(name) == 0) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private int tables(String name) throws SQLException {
        String sql = "select count(*) from information_schema.tables where table_name like 't_%' and table_schema = "
                + (server.contains("postgresql") ? "'public'" : "database()")
                + " and table_type = 'BASE TABLE' and length(table_name) < 4";
        try (Connection connection = DriverManager.getConnection(server + name, user, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private String create() throws SQLException {
        databases++;
        String name = "godwit_peer_" + databases;
        admin("create database " + name);
        return name;
    }

    private void drop(String name) throws SQLException {
        admin("drop database " + name + (server.contains("postgresql") ? " with (force)" : ""));
    }

    private void admin(String sql) throws SQLException {
        String url = server.contains("postgresql") ? server + "postgres" : server;
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
