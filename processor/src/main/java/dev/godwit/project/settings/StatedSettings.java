package dev.godwit.project.settings;

import dev.godwit.mapping.Message;
import dev.godwit.mapping.xml.MappingFiles;
import dev.godwit.project.settings.PersistenceXml.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files of a module state, one value a setting.
 *
 * <p>The order is that of the files' force: a mapping file's defaults for the persistence unit give way to
 * {@code hibernate.properties}, that to {@code persistence.xml}, and that to Spring Boot's files, of which
 * {@code .properties} win over {@code .yml}.
 */
final class StatedSettings {

    private static final String HIBERNATE = "hibernate.properties";
    static final List<String> YAML =
            List.of("application.yaml", "application.yml", "config/application.yaml", "config/application.yml");
    static final List<String> PROPERTIES = List.of("application.properties", "config/application.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^:}]*(?::([^}]*))?}");

    private final Map<String, Stated> stated = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();

    private StatedSettings() {}

    /** @param resources directories of resources, such as {@code src/main/resources} */
    static StatedSettings read(List<Path> resources) {
        StatedSettings all = new StatedSettings();
        all.mappingFiles(resources);
        all.each(resources, HIBERNATE, (file, bytes) -> all.state(file, SpringFile.properties(bytes)));
        all.each(resources, PersistenceXml.PATH, all::persistenceXml);
        YAML.forEach(name -> all.each(
                resources, name, (file, bytes) -> all.state(file, SpringKeys.toHibernate(SpringFile.yaml(bytes)))));
        PROPERTIES.forEach(name -> all.each(
                resources,
                name,
                (file, bytes) -> all.state(file, SpringKeys.toHibernate(SpringFile.properties(bytes)))));
        return all;
    }

    /** The defaults for the persistence unit; what cannot be read is reported where it is mapped. */
    private void mappingFiles(List<Path> resources) {
        for (Path directory : resources) {
            Function<String, Optional<String>> texts = name -> text(directory.resolve(name));
            for (String name : UnitContents.readable(texts).mappingFiles()) {
                state(
                        directory.resolve(name),
                        MappingFiles.read(List.of(name), texts, (message, place) -> {})
                                .settings());
            }
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Reader {
        void read(Path file, byte[] bytes) throws UnreadableFileException;
    }

    private void each(List<Path> resources, String name, Reader reader) {
        for (Path directory : resources) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                try {
                    reader.read(file, Files.readAllBytes(file));
                } catch (UnreadableFileException e) {
                    messages.add(SettingsMessages.unreadable(file, e));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void persistenceXml(Path file, byte[] bytes) throws UnreadableFileException {
        PersistenceXml xml = PersistenceXml.read(bytes);
        Optional<Unit> first = xml.first();
        first.ifPresent(unit -> {
            Map<String, String> values = relevant(unit);
            if (xml.units().stream().anyMatch(other -> !relevant(other).equals(values))) {
                messages.add(SettingsMessages.severalUnits(file.toString(), unit.name()));
            }
            state(file, values);
        });
    }

    private static Map<String, String> relevant(Unit unit) {
        Map<String, String> values = new LinkedHashMap<>();
        unit.properties().stream()
                .filter(property -> isRelevant(property.name()))
                .forEach(property -> values.put(property.name(), property.value()));
        return values;
    }

    private static boolean isRelevant(String key) {
        return KnownSetting.of(key).isPresent()
                || key.equals(SpringKeys.IMPLICIT)
                || key.equals(SpringKeys.PHYSICAL)
                || key.equals(ValidationMode.KEY)
                || key.equals(ValidationMode.FORMER_KEY);
    }

    private void state(Path file, Map<String, String> values) {
        values.forEach((key, value) -> {
            if (isRelevant(key) && !value.isEmpty()) {
                resolved(new Stated(key, value, file.toString())).ifPresent(this::state);
            }
        });
    }

    private void state(Stated next) {
        Stated before = stated.put(next.key(), next);
        if (before != null && !before.value().equals(next.value())) {
            messages.add(SettingsMessages.contradiction(next, before));
        }
    }

    /** A placeholder stands for its default; one without is left out. */
    private Optional<Stated> resolved(Stated raw) {
        Matcher placeholder = PLACEHOLDER.matcher(raw.value());
        HashSet<String> open = new HashSet<>();
        String value = placeholder.replaceAll(found -> {
            Optional<String> fallback = Optional.ofNullable(found.group(1));
            if (fallback.isEmpty()) {
                open.add(found.group());
            }
            return Matcher.quoteReplacement(fallback.orElse(""));
        });
        if (!open.isEmpty()) {
            messages.add(SettingsMessages.placeholder(raw));
            return Optional.empty();
        }
        return Optional.of(new Stated(raw.key(), value.strip(), raw.where()));
    }

    Optional<Stated> of(String key) {
        return Optional.ofNullable(stated.get(key));
    }

    List<Stated> all() {
        return List.copyOf(stated.values());
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }
}
