package dev.godwit.mapping.xml;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.mapping.read.Overlay;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Settings.HibernateLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The mapping files of a persistence unit, in their order. */
public final class MappingFiles {

    /** The one that is read without being named anywhere. */
    public static final String IMPLIED = "META-INF/orm.xml";

    public static final MappingFiles NONE = new MappingFiles(List.of());

    private static final String ROOT = "entity-mappings";

    private final List<MappingFile> files;

    private MappingFiles(List<MappingFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Reads files.
     *
     * @param named resources
     * @param resources the text of a resource
     */
    public static MappingFiles read(
            Collection<String> named, Function<String, Optional<String>> resources, Diagnostics diagnostics) {
        List<MappingFile> files = new ArrayList<>();
        for (String path : named) {
            Optional<String> text = resources.apply(path);
            if (text.isEmpty()) {
                diagnostics.report(Messages.missingMappingFile(path), Place.NOWHERE);
            }
            text.flatMap(present -> parse(path, present, diagnostics)).ifPresent(files::add);
        }
        return new MappingFiles(files);
    }

    private static Optional<MappingFile> parse(String path, String text, Diagnostics diagnostics) {
        try {
            XmlNode root = XmlReader.read(text);
            if (root.name().equals(ROOT)) {
                return Optional.of(new MappingFile(path, root));
            }
            diagnostics.report(Messages.foreignMappingFile(path, root.name()), Place.NOWHERE);
        } catch (MalformedMappingException e) {
            diagnostics.report(Messages.malformedMappingFile(path, e.line(), e.getMessage()), Place.NOWHERE);
        }
        return Optional.empty();
    }

    /** The classes that the files map. */
    public List<ClassView> classes(ModelReader reader, Diagnostics diagnostics) {
        List<ClassView> classes = new ArrayList<>();
        for (MappingFile file : files) {
            for (XmlNode node : file.managed()) {
                file.className(node)
                        .ifPresent(name -> reader.classNamed(name)
                                .ifPresentOrElse(
                                        classes::add,
                                        () -> diagnostics.report(
                                                Messages.unknownMappedClass(file.path(), node.line(), name),
                                                Place.NOWHERE)));
            }
        }
        return classes;
    }

    /** The binary names of the entities that the files map. */
    public List<String> entities() {
        return files.stream()
                .flatMap(file -> file.managed().stream()
                        .filter(node -> node.name().equals("entity"))
                        .flatMap(node -> file.className(node).stream()))
                .distinct()
                .toList();
    }

    /** Hibernate's settings that the files' defaults for the persistence unit stand for, by their full key. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        files.forEach(file -> file.unitDefaults().ifPresent(defaults -> {
            defaults.text("schema").ifPresent(schema -> settings.put("hibernate.default_schema", schema));
            defaults.text("catalog").ifPresent(catalog -> settings.put("hibernate.default_catalog", catalog));
            if (defaults.has("delimited-identifiers")) {
                settings.put("hibernate.globally_quoted_identifiers", "true");
            }
        }));
        return settings;
    }

    /** The files as what stands over annotations. */
    public Overlay overlay(Diagnostics diagnostics, HibernateLine line) {
        return files.isEmpty() ? Overlay.NONE : new XmlOverlay(files, diagnostics, line);
    }
}
