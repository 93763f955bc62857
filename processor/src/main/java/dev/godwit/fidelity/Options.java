package dev.godwit.fidelity;

import dev.godwit.change.DatabaseKind;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the command is asked to do. */
record Options(
        Path cases,
        Optional<Path> ids,
        Path base,
        Path output,
        String classPath,
        List<DatabaseKind> databases,
        Settings settings) {

    static final String USAGE = """
            --cases DIR            a tree of case folders, or one folder
            --ids FILE             which of them, one a line (default: all)
            --base DIR             what paths in sources.list are relative to (default: the working directory)
            --out DIR              where the results go (default: beside each case)
            --classpath PATH|@FILE the class path; {case} stands for the case's name
            --database pg,mariadb,mysql,h2
            --naming jpa|spring|IMPLICIT,PHYSICAL
            --bean-validation on|off
            --hibernate 7|6.6
            --property KEY=VALUE   a setting of Hibernate's own; may be repeated""";

    private static final Map<String, DatabaseKind> DATABASES = Map.of(
            "pg", DatabaseKind.POSTGRESQL,
            "mariadb", DatabaseKind.MARIADB,
            "mysql", DatabaseKind.MYSQL,
            "h2", DatabaseKind.H2);

    /** @throws IllegalArgumentException when an option is unknown, has no value, or a wrong one */
    static Options parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> properties = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!USAGE.contains(option + " ") || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("GW2051: No such option, or no value for it: " + option);
            }
            String value = arguments.get(i + 1);
            if (option.equals("--property")) {
                String[] parts = value.split("=", 2);
                properties.put(parts[0], parts.length == 2 ? parts[1] : "");
            } else {
                values.put(option, value);
            }
        }
        if (!values.containsKey("--cases")) {
            throw new IllegalArgumentException("GW2051: --cases is missing.");
        }
        Path cases = Path.of(values.get("--cases"));
        return new Options(
                cases,
                Optional.ofNullable(values.get("--ids")).map(Path::of),
                Path.of(values.getOrDefault("--base", "")),
                Path.of(values.getOrDefault("--out", cases.toString())),
                values.getOrDefault("--classpath", ""),
                databases(values.getOrDefault("--database", "pg")),
                settings(values, properties));
    }

    private static List<DatabaseKind> databases(String text) {
        List<DatabaseKind> kinds = new ArrayList<>();
        for (String name : text.split(",")) {
            kinds.add(Optional.ofNullable(DATABASES.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("GW2051: No such database: " + name)));
        }
        return kinds;
    }

    private static Settings settings(Map<String, String> values, Map<String, String> properties) {
        HibernateLine line = switch (values.getOrDefault("--hibernate", "7")) {
            case "7" -> HibernateLine.V7;
            case "6.6" -> HibernateLine.V6_6;
            default -> throw new IllegalArgumentException("GW2051: --hibernate is 7 or 6.6.");
        };
        boolean validation = values.getOrDefault("--bean-validation", "off").equals("on");
        return new Settings("migrations", naming(values.getOrDefault("--naming", "jpa")), validation, line, properties);
    }

    private static Naming naming(String text) {
        return switch (text) {
            case "jpa" -> Naming.Convention.JPA;
            case "spring" -> Naming.Convention.SPRING;
            default -> {
                String[] classes = text.split(",", 2);
                if (classes.length != 2) {
                    throw new IllegalArgumentException("GW2051: --naming is jpa, spring, or two class names.");
                }
                yield new Naming.Classes(classes[0], classes[1]);
            }
        };
    }

    /** The folders of the cases; the folder itself where it is one. */
    List<Path> folders() throws IOException {
        if (ids.isPresent()) {
            return Files.readAllLines(ids.get()).stream()
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .map(cases::resolve)
                    .toList();
        }
        if (Files.exists(cases.resolve(CaseCompiler.ENTITIES))) {
            return List.of(cases);
        }
        try (Stream<Path> folders = Files.list(cases)) {
            return folders.filter(folder -> Files.exists(folder.resolve(CaseCompiler.ENTITIES)))
                    .sorted()
                    .toList();
        }
    }

    Path outputFor(Path folder) {
        return folder.equals(cases) ? output : output.resolve(folder.getFileName());
    }

    /** The class path of one case. */
    List<Path> classPathOf(Path folder) throws IOException {
        String text = classPath.replace("{case}", folder.getFileName().toString());
        String entries = text.startsWith("@")
                ? Files.readString(Path.of(text.substring(1))).strip()
                : text;
        List<Path> paths = new ArrayList<>();
        for (String entry : entries.split(java.io.File.pathSeparator)) {
            if (entry.endsWith("/*")) {
                try (Stream<Path> jars = Files.list(base.resolve(entry.substring(0, entry.length() - 2)))) {
                    jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(paths::add);
                }
            } else if (!entry.isEmpty()) {
                paths.add(base.resolve(entry));
            }
        }
        return paths;
    }

    /** The beginning of a result's file name: database and naming. */
    String prefix(DatabaseKind kind) {
        String database = DATABASES.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        String naming = settings.naming() instanceof Naming.Convention convention ? convention.text() : "classes";
        return database + "." + naming + (settings.beanValidation() ? ".bv" : "");
    }
}
