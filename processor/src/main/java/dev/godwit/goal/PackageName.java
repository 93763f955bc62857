package dev.godwit.goal;

import dev.godwit.tool.ToolMessages;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.SourceVersion;

/** The package that migrations go to. */
final class PackageName {

    private static final String MIGRATIONS = "migrations";

    private PackageName() {}

    /** @throws dev.godwit.tool.ToolException when it is none */
    static void require(String name) {
        if (!SourceVersion.isName(name)) {
            throw ToolMessages.notAPackage(name);
        }
    }

    /** {@code migrations} in the package that all these classes share. */
    static String beside(List<String> classes) {
        String shared = classes.stream()
                .map(name -> name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "")
                .reduce(PackageName::shared)
                .orElse("");
        return shared.isEmpty() ? MIGRATIONS : shared + "." + MIGRATIONS;
    }

    private static String shared(String first, String second) {
        List<String> a = Arrays.asList(first.split("\\."));
        List<String> b = Arrays.asList(second.split("\\."));
        int length = 0;
        while (length < Math.min(a.size(), b.size()) && a.get(length).equals(b.get(length))) {
            length++;
        }
        return String.join(".", a.subList(0, length));
    }
}
