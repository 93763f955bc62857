package dev.godwit.project.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Spring Boot's {@code application.properties} or {@code application.yml}, flattened to dotted keys. Only documents
 * without a profile count.
 */
final class SpringFile {

    private static final String SEPARATOR = "(?m)^[#!]---\\s*$";

    private SpringFile() {}

    /** Spring Boot reads these files as UTF-8 only where told so, and as Latin 1 otherwise; keys are ASCII anyway. */
    static Map<String, String> properties(byte[] file) throws UnreadableFileException {
        Map<String, String> all = new LinkedHashMap<>();
        for (String document : new String(file, StandardCharsets.ISO_8859_1).split(SEPARATOR)) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(document));
            } catch (IOException | IllegalArgumentException e) {
                throw new UnreadableFileException(String.valueOf(e.getMessage()), e);
            }
            Map<String, String> flat = new LinkedHashMap<>();
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(key -> flat.put(key, properties.getProperty(key).strip()));
            merge(all, flat);
        }
        return all;
    }

    static Map<String, String> yaml(byte[] file) throws UnreadableFileException {
        Map<String, String> all = new LinkedHashMap<>();
        try {
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            for (Object document : yaml.loadAll(new String(file, StandardCharsets.UTF_8))) {
                Map<String, String> flat = new LinkedHashMap<>();
                flatten("", document, flat);
                merge(all, flat);
            }
        } catch (YAMLException e) {
            throw new UnreadableFileException(String.valueOf(e.getMessage()), e);
        }
        return all;
    }

    private static void merge(Map<String, String> all, Map<String, String> document) {
        boolean ofProfile = document.keySet().stream()
                .anyMatch(key -> key.equals("spring.profiles")
                        || key.startsWith("spring.profiles[")
                        || key.startsWith("spring.config.activate.on-profile"));
        if (!ofProfile) {
            all.putAll(document);
        }
    }

    private static void flatten(String prefix, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(joined(prefix, String.valueOf(key)), orEmpty(inner), flat));
        } else if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>(list);
            for (int i = 0; i < elements.size(); i++) {
                flatten(prefix + "[" + i + "]", orEmpty(elements.get(i)), flat);
            }
        } else if (!prefix.isEmpty()) {
            flat.put(prefix, String.valueOf(value).strip());
        }
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    /** A key between brackets is taken to the letter: {@code "[hibernate.default_schema]"}. */
    private static String joined(String prefix, String key) {
        String plain = key.startsWith("[") && key.endsWith("]") ? key.substring(1, key.length() - 1) : key;
        return prefix.isEmpty() ? plain : prefix + "." + plain;
    }
}
