package dev.godwit.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.diff.Differ;
import dev.godwit.model.Model;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Compares Godwit's schema with Hibernate's, fact by fact, over models of others. {@code docs/fidelity.md} says how to
 * run it; without its folders it is skipped.
 */
@EnabledIfSystemProperty(
        named = CorpusTest.FACTS,
        matches = ".+",
        disabledReason = "the corpus is not part of this project: see docs/fidelity.md")
class CorpusTest {

    static final String FACTS = "godwit.corpus.facts";

    private static final String NAMED_FACTS = ".named.facts";

    private final Path cases = Path.of(System.getProperty(FACTS)).toAbsolutePath();
    private final Path results = Path.of("target", "corpus").toAbsolutePath();
    private final String naming = System.getProperty("godwit.corpus.naming", "jpa");
    private final String hibernate = System.getProperty("godwit.corpus.hibernate", "7");
    private final String beanValidation = System.getProperty("godwit.corpus.bean-validation", "off");
    private final String truth = System.getProperty("godwit.corpus.truth", "truth");
    private final double least = Double.parseDouble(System.getProperty("godwit.corpus.least", "0.95"));

    @Test
    void agreesWithHibernate() throws Exception {
        List<String> databases = List.of(
                System.getProperty("godwit.corpus.databases", "pg,mariadb,h2").split(","));
        writeSql(databases);
        applyOnDatabases(databases);

        Map<String, Double> rates = new TreeMap<>();
        for (String database : databases) {
            rates.put(database, rate(resultName(database)));
        }
        assertThat(rates)
                .allSatisfy((database, rate) -> assertThat(rate).as(database).isGreaterThanOrEqualTo(least));
    }

    /** What one compilation derives, accepted and read back, is what the next one derives. */
    @Test
    void hasNothingPendingOnceAccepted() throws IOException {
        Options options = Options.parse(arguments(List.of("pg")));
        CaseCompiler compiler = new CaseCompiler(options);
        for (Path folder : options.folders()) {
            Optional<Model> model = compiler.compile(folder).model();
            if (model.isPresent()) {
                Snapshot before = Snapshot.empty(options.settings());
                Snapshot accepted = before.withSchema(
                                Differ.between(before, model.get()).after())
                        .withOrigins(model.get().origins());
                Model again = compiler.compile(folder).model().orElseThrow();

                assertThat(Differ.between(Snapshot.parse(accepted.text()), again)
                                .up())
                        .as(folder.toString())
                        .isEmpty();
            }
        }
    }

    private String resultName(String database) {
        return database + "." + naming + (beanValidation.equals("on") ? ".bv" : "");
    }

    private void writeSql(List<String> databases) throws IOException {
        Fidelity.run(arguments(databases).toArray(String[]::new), System.out, System.err);
        for (Path result : folders(results)) {
            Files.writeString(result.resolve(CaseCompiler.ENTITIES), "");
        }
    }

    private List<String> arguments(List<String> databases) {
        List<String> arguments = new ArrayList<>(List.of("--cases", cases.toString(), "--out", results.toString()));
        arguments.addAll(List.of("--database", String.join(",", databases), "--naming", naming));
        arguments.addAll(List.of("--bean-validation", beanValidation, "--hibernate", hibernate));
        option("sources").ifPresent(base -> arguments.addAll(List.of("--base", base)));
        option("classpath").ifPresent(path -> arguments.addAll(List.of("--classpath", path)));
        option("ids").ifPresent(ids -> arguments.addAll(List.of("--ids", ids)));
        return arguments;
    }

    private static Optional<String> option(String name) {
        return Optional.ofNullable(System.getProperty("godwit.corpus." + name));
    }

    /** Runs the corpus' own tool, which comes as one source file, so that both sides are read by the same code. */
    private void applyOnDatabases(List<String> databases) throws Exception {
        TestDatabase postgresql = Databases.fresh(DatabaseKind.POSTGRESQL);
        TestDatabase mariadb = Databases.fresh(DatabaseKind.MARIADB);
        System.setProperty("pg.url", withUser(postgresql));
        System.setProperty("mariadb.url", withUser(mariadb));
        Path compiled = Files.createDirectories(results.resolveSibling("corpus-tool"));
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-d",
                        compiled.toString(),
                        option("tool").orElseThrow());
        assertThat(failures).isZero();
        try (var loader = new URLClassLoader(
                new URL[] {compiled.toUri().toURL()}, getClass().getClassLoader())) {
            var main = loader.loadClass("Truth").getMethod("main", String[].class);
            for (String database : databases) {
                String name = resultName(database);
                List<String> arguments = List.of(
                        "facts-tree",
                        "--db",
                        database,
                        "--in",
                        results.toString(),
                        "--sqlname",
                        name + ".sql",
                        "--outname",
                        name);
                main.invoke(null, (Object) arguments.toArray(String[]::new));
            }
        }
    }

    private static String withUser(TestDatabase database) {
        String separator = database.url().contains("?") ? "&" : "?";
        return database.url() + separator + "user=" + database.user() + "&password=" + database.password();
    }

    /** The share of cases that agree in every fact, of those that the corpus has facts of; what differs is printed. */
    private double rate(String name) throws IOException {
        int all = 0;
        int agreeing = 0;
        long common = 0;
        long different = 0;
        for (Path result : folders(results)) {
            Path expected = cases.resolve(result.getFileName()).resolve(truth + "." + name + NAMED_FACTS);
            if (Files.exists(expected)) {
                Path found = result.resolve(name + NAMED_FACTS);
                List<String> missing = Files.readAllLines(expected);
                List<String> extra = Files.exists(found) ? Files.readAllLines(found) : List.of();
                List<String> both = new ArrayList<>(missing);
                both.retainAll(extra);
                missing.removeAll(both);
                extra = extra.stream().filter(fact -> !both.contains(fact)).toList();
                all++;
                common += both.size();
                different += missing.size() + extra.size();
                if (missing.isEmpty() && extra.isEmpty()) {
                    agreeing++;
                } else {
                    System.out.println(name + " " + result.getFileName());
                    missing.forEach(fact -> System.out.println("  - " + fact));
                    extra.forEach(fact -> System.out.println("  + " + fact));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d cases agree in every fact, %d of %d facts%n",
                name,
                agreeing,
                all,
                common,
                common + different);
        return all == 0 ? 0 : (double) agreeing / all;
    }

    private static List<Path> folders(Path root) throws IOException {
        try (var children = Files.list(root)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
