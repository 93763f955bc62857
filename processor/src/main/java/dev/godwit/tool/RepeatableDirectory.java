package dev.godwit.tool;

import dev.godwit.repeatable.RepeatableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a module's repeatables. */
public final class RepeatableDirectory {

    private RepeatableDirectory() {}

    /**
     * Reads them.
     *
     * @throws ToolException when one cannot be read, or is named after no database
     */
    public static List<RepeatableFiles> read(BuildModule module) {
        Path directory = module.resources().resolve(RepeatableFiles.DIRECTORY);
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            String bare = name.substring(0, name.length() - RepeatableFiles.EXTENSION.length());
            int dot = bare.indexOf('.');
            String repeatable = dot < 0 ? bare : bare.substring(0, dot);
            String variant = dot < 0 ? "" : bare.substring(dot + 1);
            if (!RepeatableFiles.variants().contains(variant)
                    || !RepeatableFiles.NAME.matcher(repeatable).matches()) {
                throw ToolMessages.repeatableName(module.display(file), RepeatableFiles.variants());
            }
            texts.computeIfAbsent(repeatable, any -> new HashMap<>()).put(variant, text(file));
        }
        List<RepeatableFiles> all = new ArrayList<>();
        texts.forEach((name, variants) -> all.add(new RepeatableFiles(name, variants)));
        return all;
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(RepeatableFiles.EXTENSION))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ToolMessages.unreadable(directory, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw ToolMessages.unreadable(file, e);
        }
    }
}
