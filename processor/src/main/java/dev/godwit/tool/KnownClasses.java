package dev.godwit.tool;

import dev.godwit.project.settings.PersistenceXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names of managed classes that a module's committed files and its build list beside those in its sources. */
public final class KnownClasses {

    private KnownClasses() {}

    /** Those of {@code persistence.xml} and of the option {@code godwit.entities}; a file that is no XML lists none. */
    public static List<String> listed(BuildModule module) {
        Path persistenceXml = module.resources().resolve(PersistenceXml.PATH);
        if (!Files.exists(persistenceXml)) {
            return List.of();
        }
        try {
            return PersistenceXml.parse(Files.readString(persistenceXml)).classes();
        } catch (IOException e) {
            throw ToolMessages.unreadable(persistenceXml, e);
        } catch (IllegalArgumentException notXml) {
            return List.of();
        }
    }
}
