package dev.godwit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A code means one thing, whatever module says it: it is written in one class. */
class MessageCodesTest {

    /** A code alone in a literal, or at the beginning of a message. */
    private static final Pattern CODE = Pattern.compile("\"(GW\\d{4})(?:\"|: )");

    @Test
    void aCodeHasOneHome() throws IOException {
        Map<String, Set<String>> homes = homes();

        assertThat(homes).hasSizeGreaterThan(100);
        assertThat(homes.entrySet().stream().filter(code -> code.getValue().size() > 1))
                .isEmpty();
    }

    private static Map<String, Set<String>> homes() throws IOException {
        Map<String, Set<String>> homes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(MessageCodesTest::isSource).collect(Collectors.toList())) {
                Matcher code = CODE.matcher(Files.readString(file));
                while (code.find()) {
                    homes.computeIfAbsent(code.group(1), any -> new TreeSet<>())
                            .add(file.getFileName().toString());
                }
            }
        }
        return homes;
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/main/java/");
    }
}
