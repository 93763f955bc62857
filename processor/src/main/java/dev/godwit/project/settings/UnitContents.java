package dev.godwit.project.settings;

import dev.godwit.mapping.xml.MappingFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a module's files say that its persistence unit consists of, beside the classes in its sources.
 *
 * @param classes names of managed classes
 * @param mappingFiles resources such as {@code META-INF/orm.xml}
 * @param jarFiles jars whose managed classes belong to the unit too
 */
public record UnitContents(List<String> classes, List<String> mappingFiles, List<String> jarFiles) {

    public static final UnitContents NONE = new UnitContents(List.of(), List.of(), List.of());

    private static final String SPRING_KEY = "spring.jpa.mapping-resources";

    public UnitContents {
        classes = List.copyOf(classes);
        mappingFiles = List.copyOf(mappingFiles);
        jarFiles = List.copyOf(jarFiles);
    }

    /**
     * Reads {@code persistence.xml} and Spring Boot's base files. {@code META-INF/orm.xml} counts where it is there.
     *
     * @param resources the text of a resource of the module itself
     * @throws IllegalArgumentException when {@code persistence.xml} cannot be understood; the message says why and where
     */
    public static UnitContents read(Function<String, Optional<String>> resources) {
        PersistenceXml xml =
                resources.apply(PersistenceXml.PATH).map(PersistenceXml::parse).orElse(new PersistenceXml(List.of()));
        Stream<String> implied = Stream.of(MappingFiles.IMPLIED)
                .filter(path -> resources.apply(path).isPresent());
        return new UnitContents(
                xml.classes(),
                Stream.of(implied, xml.mappingFiles().stream(), ofSpring(resources))
                        .flatMap(Function.identity())
                        .distinct()
                        .toList(),
                xml.units().stream()
                        .flatMap(unit -> unit.jarFiles().stream())
                        .distinct()
                        .toList());
    }

    /** As {@link #read}; nothing where {@code persistence.xml} cannot be understood. */
    public static UnitContents readable(Function<String, Optional<String>> resources) {
        try {
            return read(resources);
        } catch (IllegalArgumentException notXml) {
            return NONE;
        }
    }

    private static Stream<String> ofSpring(Function<String, Optional<String>> resources) {
        Map<String, String> all = new TreeMap<>();
        StatedSettings.YAML.forEach(name -> resources.apply(name).ifPresent(text -> add(all, text, SpringFile::yaml)));
        StatedSettings.PROPERTIES.forEach(
                name -> resources.apply(name).ifPresent(text -> add(all, text, SpringFile::properties)));
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().replaceFirst("\\[\\d+]$", "").equals(SPRING_KEY))
                .flatMap(entry -> Arrays.stream(entry.getValue().split(",")))
                .map(String::strip)
                .filter(path -> !path.isEmpty());
    }

    @FunctionalInterface
    private interface Format {
        Map<String, String> read(byte[] file) throws UnreadableFileException;
    }

    private static void add(Map<String, String> all, String text, Format format) {
        try {
            all.putAll(format.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableFileException e) {
            System.getLogger(UnitContents.class.getName())
                    .log(System.Logger.Level.DEBUG, "Left to the goals, which report it", e);
        }
    }
}
