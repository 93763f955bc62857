package dev.godwit.benchmarks;

import java.io.IOException;
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

    private static final int RUNS = 5;
    private static final String GODWIT = "dev.godwit.processor.GodwitProcessor";

    private final Path work = Files.createTempDirectory("godwit-processor-cost");
    private final Path sources = Files.createDirectories(work.resolve("src"));
    private final Path snapshot = work.resolve("schema.json");

    private ProcessorCost() throws IOException {}

    /** @param arguments the file of a snapshot that the generated model matches; made by {@code godwit:accept} */
    public static void main(String[] arguments) throws Exception {
        new ProcessorCost().run(Path.of(arguments[0]));
    }

    private void run(Path accepted) throws Exception {
        GeneratedModel model = new GeneratedModel(sources);
        model.write();
        Files.copy(accepted, snapshot);
        report("without changes", measure());
        model.edit();
        report("one edited entity", measure());
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CompileOnce.class.getName(),
                "-d",
                output.toString(),
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
