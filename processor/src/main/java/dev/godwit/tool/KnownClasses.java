package dev.godwit.tool;

import dev.godwit.project.settings.PersistenceXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of managed classes that a module's committed files and its build list beside those in its sources. */
public final class KnownClasses {

    private KnownClasses() {}

    /** Those of {@code persistence.xml} and of the option {@code godwit.entities}; a file that is no XML lists none. */
    public static List<String> listed(BuildModule module) {
        return Stream.concat(
                        module.entities().stream(),
                        persistenceXml(module).stream().flatMap(xml -> xml.classes().stream()))
                .distinct()
                .toList();
    }

    /** The module's {@code persistence.xml}; empty where there is none, or one that is no XML. */
    public static Optional<PersistenceXml> persistenceXml(BuildModule module) {
        Path file = module.resources().resolve(PersistenceXml.PATH);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PersistenceXml.parse(Files.readString(file)));
        } catch (IOException e) {
            throw ToolMessages.unreadable(file, e);
        } catch (IllegalArgumentException notXml) {
            return Optional.empty();
        }
    }
}
