package dev.godwit.benchmarks;

import dev.godwit.ledger.Ledger;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming.Convention;
import dev.godwit.processor.Analysis;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.ProjectModel;
import dev.godwit.tool.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Godwit's processor costs on a thousand entities, beside no processor, an empty one and hibernate-processor: CPU
 * time of whole processes, medians of several interleaved runs.
 */
public final class ProcessorCost {

    private static final int RUNS = Integer.getInteger("runs", 5);
    private static final String GODWIT = "dev.godwit.processor.GodwitProcessor";

    private final Path work = Files.createTempDirectory("godwit-processor-cost");
    private final Path sources = Files.createDirectories(work.resolve("src"));
    private final Path snapshot = work.resolve("schema.json");

    private ProcessorCost() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        new ProcessorCost().run();
    }

    private void run() throws Exception {
        GeneratedModel model = new GeneratedModel(sources);
        model.write();
        accept();
        report("without changes", measure());
        model.edit();
        report("one edited entity", measure());
    }

    /** Lets the snapshot be what the model asks for. */
    private void accept() throws IOException {
        Snapshot before =
                Snapshot.empty(new Settings("bench.migrations", Convention.JPA, false, HibernateLine.V7, Map.of()));
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        BuildModule module = new BuildModule(
                "benchmark",
                work,
                new Sources(List.of(sources), List.of(), classPath, StandardCharsets.UTF_8),
                work,
                work,
                List.of(),
                List.of(),
                work);
        Analysis analysis = ProjectModel.read(module, before).value().orElseThrow();
        Snapshot after = new Snapshot(
                before.head(),
                before.settings(),
                analysis.difference().after(),
                analysis.model().origins());
        Files.writeString(snapshot, after.text());
        Files.writeString(snapshot.resolveSibling("migrations"), Ledger.EMPTY.text());
    }

    private Map<String, Long> measure() throws Exception {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        subjects.put("no processor", List.of("-proc:none"));
        subjects.put("empty processor", List.of("-processor", EmptyProcessor.class.getName()));
        subjects.put("godwit", List.of("-processor", GODWIT, "-Agodwit.snapshot=" + snapshot));
        subjects.put("hibernate-processor", List.of("-processor", "org.hibernate.processor.HibernateProcessor"));
        Map<String, long[]> times = new LinkedHashMap<>();
        subjects.keySet().forEach(name -> times.put(name, new long[RUNS]));
        for (int run = 0; run < RUNS; run++) {
            for (Map.Entry<String, List<String>> subject : subjects.entrySet()) {
                times.get(subject.getKey())[run] = compile(subject.getValue());
            }
        }
        Map<String, Long> medians = new LinkedHashMap<>();
        times.forEach((name, values) -> medians.put(name, median(values)));
        return medians;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private long compile(List<String> options) throws Exception {
        Path output = Files.createTempDirectory(work, "out");
        Path generated = Files.createTempDirectory(work, "generated");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CompileOnce.class.getName(),
                "-d",
                output.toString(),
                "-s",
                generated.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-nowarn"));
        command.addAll(options);
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(command::add);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join("\n", lines));
        }
        return Long.parseLong(lines.get(lines.size() - 1));
    }

    private static void report(String title, Map<String, Long> medians) {
        long empty = medians.get("empty processor");
        System.out.println(title);
        medians.forEach((name, cpu) ->
                System.out.printf("  %-20s %5.2f of the empty processor's CPU time%n", name, (double) cpu / empty));
    }
}
