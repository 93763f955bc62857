package dev.godwit.mapping.xml;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Messages;
import dev.godwit.mapping.read.AnnotationEditor;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.mapping.read.Overlay;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Settings.HibernateLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Mapping files over annotations, as {@code org.hibernate.boot.models.xml.spi.XmlProcessor} lays them. */
final class XmlOverlay implements Overlay {

    private record Mapped(MappingFile file, XmlNode node) {}

    private final List<MappingFile> files;
    private final HibernateLine line;
    private final Diagnostics diagnostics;
    private final Map<String, List<Mapped>> byClass = new HashMap<>();
    private final Map<TypeElement, List<ClassMapping>> mappings = new HashMap<>();
    private final boolean complete;
    private final Optional<String> access;

    XmlOverlay(List<MappingFile> files, Diagnostics diagnostics, HibernateLine line) {
        this.line = line;
        this.files = files;
        this.diagnostics = diagnostics;
        this.complete = files.stream().anyMatch(MappingFile::completesUnit);
        this.access = files.stream()
                .flatMap(file -> file.unitDefaults().stream())
                .flatMap(defaults -> defaults.text("access").stream())
                .reduce((first, second) -> second);
        for (MappingFile file : files) {
            for (XmlNode node : file.managed()) {
                file.className(node)
                        .ifPresentOrElse(
                                name -> byClass.computeIfAbsent(name, key -> new ArrayList<>())
                                        .add(new Mapped(file, node)),
                                () -> diagnostics.report(
                                        Messages.mappingWithoutClass(file.path(), node.line(), node.name()),
                                        Place.NOWHERE));
            }
        }
    }

    @Override
    public Annotations over(Element element, Annotations annotations, ModelReader reader) {
        Element holder = element instanceof TypeElement ? element : element.getEnclosingElement();
        if (!(holder instanceof TypeElement type) || byClass.isEmpty()) {
            return annotations;
        }
        Annotations result = annotations;
        for (ClassMapping mapping : mappings(type, reader)) {
            result = mapping.over(element, result);
        }
        return result;
    }

    private List<ClassMapping> mappings(TypeElement type, ModelReader reader) {
        List<ClassMapping> known = mappings.get(type);
        if (known == null) {
            String name = reader.elements().getBinaryName(type).toString();
            known = byClass.getOrDefault(name, List.of()).stream()
                    .map(mapped -> mapping(type, mapped, reader))
                    .toList();
            mappings.put(type, known);
        }
        return known;
    }

    private ClassMapping mapping(TypeElement type, Mapped mapped, ModelReader reader) {
        Conversion conversion = new Conversion(mapped.file(), reader, diagnostics, Place.of(type));
        return new ClassMapping(mapped.node(), type, conversion, complete, access, line);
    }

    @Override
    public Annotations unit(ModelReader reader) {
        AnnotationEditor editor = new AnnotationEditor(reader, Place.NOWHERE, Annotations.NONE, false);
        for (MappingFile file : files) {
            Conversion conversion = new Conversion(file, reader, diagnostics, Place.NOWHERE);
            UnitRules.apply(file, conversion, editor);
        }
        return editor.annotations();
    }
}
