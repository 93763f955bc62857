package dev.godwit.processor;

import dev.godwit.mapping.Message;
import dev.godwit.mapping.xml.MappingFiles;
import dev.godwit.project.settings.UnitContents;
import dev.godwit.referee.ManagedTypes;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.util.Elements;

/**
 * What belongs to a persistence unit beside the classes of a compilation.
 *
 * @param classes binary names as options and files list them; one that ends in {@code .*} stands for a package
 * @param mappingFiles what stands over annotations
 * @param messages what is wrong with the files
 */
public record PersistenceUnit(List<String> classes, MappingFiles mappingFiles, List<Message> messages) {

    public PersistenceUnit {
        classes = List.copyOf(classes);
        messages = List.copyOf(messages);
    }

    /** @param entities names that the option {@code godwit.entities} states */
    public static PersistenceUnit read(UnitFiles files, Collection<String> entities) {
        List<Message> messages = new ArrayList<>();
        UnitContents contents = contents(files, messages);
        List<String> classes = new ArrayList<>(entities);
        classes.addAll(contents.classes());
        contents.jarFiles()
                .forEach(jar -> managedIn(files.jar(jar))
                        .ifPresentOrElse(classes::addAll, () -> messages.add(ProcessorMessages.jarNotFound(jar))));
        MappingFiles mappingFiles =
                MappingFiles.read(contents.mappingFiles(), files::any, (message, place) -> messages.add(message));
        return new PersistenceUnit(classes, mappingFiles, messages);
    }

    private static Optional<List<String>> managedIn(Optional<Path> jar) {
        try {
            return jar.map(path -> ManagedTypes.in(path).classes());
        } catch (UncheckedIOException noJar) {
            return Optional.empty();
        }
    }

    private static UnitContents contents(UnitFiles files, List<Message> messages) {
        try {
            return UnitContents.read(files::own);
        } catch (IllegalArgumentException e) {
            messages.add(ProcessorMessages.persistenceXmlUnreadable(String.valueOf(e.getMessage())));
            return UnitContents.NONE;
        }
    }

    /** What is wrong with the files, and with the names in them. */
    List<Message> messages(Elements elements) {
        List<Message> all = new ArrayList<>(messages);
        classes.stream()
                .filter(name -> !ManagedClasses.isKnown(name, elements))
                .map(ProcessorMessages::classNotFound)
                .forEach(all::add);
        return all;
    }
}
