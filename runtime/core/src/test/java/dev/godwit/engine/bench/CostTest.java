package dev.godwit.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole processes, medians of five in one run: what Godwit adds to a connection and to the statements themselves. */
@EnabledIfSystemProperty(named = "godwit.bench", matches = "true")
class CostTest {

    private static final int RUNS = 5;

    @TempDir
    Path directory;

    private record Cost(long wall, long cpu) {}

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void ofAStartWithNothingToDo(DatabaseKind kind) throws Exception {
        SmallMigrations.write(directory, 1000, true);
        try (TestDatabase database = Databases.fresh(kind)) {
            run(database, "godwit");
            Cost connect = median(() -> run(database, "connect"));
            Cost godwit = median(() -> run(database, "godwit"));
            System.out.printf("%s, 1000 applied, nothing to do: connect %s, Godwit %s%n", kind, connect, godwit);
            assertThat(godwit.cpu).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void of500SmallMigrations(DatabaseKind kind) throws Exception {
        SmallMigrations.write(directory, 500, false);
        Cost raw = median(() -> onFresh(kind, "raw", "500"));
        Cost godwit = median(() -> onFresh(kind, "godwit"));
        System.out.printf("%s, 500 small migrations: raw JDBC %s, Godwit %s%n", kind, raw, godwit);
        assertThat(godwit.cpu).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void ofManyEmptyMigrations(DatabaseKind kind) throws Exception {
        for (int number : List.of(1000, 10_000)) {
            Path place = directory.resolve("m" + number);
            place.toFile().mkdirs();
            SmallMigrations.write(place, number, true);
            try (TestDatabase database = Databases.fresh(kind)) {
                System.out.printf("%d empty migrations: %s%n", number, run(database, place, "godwit"));
            }
        }
    }

    @FunctionalInterface
    private interface Measured {
        Cost run() throws Exception;
    }

    private Cost onFresh(DatabaseKind kind, String... what) throws Exception {
        try (TestDatabase database = Databases.fresh(kind)) {
            return run(database, what);
        }
    }

    private Cost run(TestDatabase database, String... what) throws IOException {
        return run(database, directory, what);
    }

    private static Cost run(TestDatabase database, Path migrations, String... what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                migrations + File.pathSeparator + System.getProperty("java.class.path"),
                Program.class.getName(),
                what[0],
                database.url(),
                database.user()));
        command.addAll(Arrays.asList(what).subList(1, what.length));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String[] numbers = said.split(" ");
        if (numbers.length != 2) {
            throw new IllegalStateException(said);
        }
        return new Cost(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    private static Cost median(Measured measured) throws Exception {
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            costs.add(measured.run());
        }
        return new Cost(middle(costs, Cost::wall), middle(costs, Cost::cpu));
    }

    private static long middle(List<Cost> costs, ToLongFunction<Cost> what) {
        return costs.stream()
                .sorted(Comparator.comparingLong(what))
                .mapToLong(what)
                .toArray()[costs.size() / 2];
    }
}
