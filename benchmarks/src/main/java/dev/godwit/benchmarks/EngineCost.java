package dev.godwit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What a start costs that has nothing to do, and what it costs to apply many small migrations: CPU and wall time of whole
 * processes on one server, medians of several interleaved runs.
 */
public final class EngineCost {

    private static final int RUNS = Integer.getInteger("runs", 5);

    private final Path work = Files.createTempDirectory("godwit-engine-cost");
    private final String server;
    private final String user;
    private final String password;
    private int databases;

    private EngineCost(String server, String user, String password) throws IOException {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    private record Cost(long wall, long cpu) {}

    /** @param arguments the server's JDBC URL up to the slash before the database, user, password */
    public static void main(String[] arguments) throws Exception {
        String password = arguments.length > 2 ? arguments[2] : "";
        EngineCost cost = new EngineCost(arguments[0], arguments[1], password);
        cost.nothingToDo();
        cost.apply();
        cost.emptyMigrations();
    }

    private void nothingToDo() throws Exception {
        Path migrations = migrations("applied", 1000, true);
        List<Subject> subjects = List.of(Subject.CONNECT, Subject.GODWIT, Subject.FLYWAY, Subject.LIQUIBASE);
        Map<Subject, String> urls = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            urls.put(subject, database());
            run(subject, urls.get(subject), migrations, 1000);
        }
        Map<Subject, List<Cost>> costs = new LinkedHashMap<>();
        for (int i = 0; i < RUNS; i++) {
            for (Subject subject : subjects) {
                costs.computeIfAbsent(subject, any -> new ArrayList<>())
                        .add(run(subject, urls.get(subject), migrations, 1000));
            }
        }
        report("1,000 applied migrations, nothing to do", costs, Subject.CONNECT);
        drop();
    }

    private void apply() throws Exception {
        Path migrations = migrations("small", 500, false);
        Map<Subject, List<Cost>> costs = new LinkedHashMap<>();
        for (int i = 0; i < RUNS; i++) {
            for (Subject subject : List.of(Subject.RAW_JDBC, Subject.GODWIT, Subject.FLYWAY, Subject.LIQUIBASE)) {
                costs.computeIfAbsent(subject, any -> new ArrayList<>()).add(run(subject, database(), migrations, 500));
            }
            drop();
        }
        report("500 small migrations", costs, Subject.RAW_JDBC);
    }

    private void emptyMigrations() throws Exception {
        for (int number : List.of(1000, 10_000)) {
            Path migrations = migrations("empty" + number, number, true);
            System.out.printf(
                    "%,d empty migrations, applied by Godwit: %s%n",
                    number, run(Subject.GODWIT, database(), migrations, number));
        }
        drop();
    }

    private Path migrations(String name, int number, boolean empty) throws Exception {
        Path directory = work.resolve(name);
        SmallMigrations.write(directory, number, empty);
        return directory;
    }

    private String database() throws SQLException {
        databases++;
        admin("create database " + name(databases));
        return server + name(databases);
    }

    private void drop() throws SQLException {
        for (; databases > 0; databases--) {
            admin("drop database " + name(databases));
        }
    }

    private static String name(int number) {
        return "godwit_cost_" + number;
    }

    private void admin(String sql) throws SQLException {
        String url = server.contains("postgresql") ? server + "postgres" : server;
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Cost run(Subject subject, String url, Path migrations, int number) throws Exception {
        Process process = subject.process(url, user, password, migrations, number)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(subject + " failed:\n" + String.join("\n", lines));
        }
        String[] numbers = lines.get(lines.size() - 1).split(" ");
        return new Cost(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    private static void report(String title, Map<Subject, List<Cost>> costs, Subject base) {
        System.out.println(title);
        costs.forEach((subject, all) -> System.out.printf(
                "  %-10s CPU %6d ms (%5.2f), wall %6d ms (%5.2f)%n",
                subject,
                median(all, Cost::cpu),
                (double) median(all, Cost::cpu) / median(costs.get(base), Cost::cpu),
                median(all, Cost::wall),
                (double) median(all, Cost::wall) / median(costs.get(base), Cost::wall)));
    }

    private static long median(List<Cost> costs, ToLongFunction<Cost> what) {
        return costs.stream().mapToLong(what).sorted().toArray()[costs.size() / 2];
    }
}
