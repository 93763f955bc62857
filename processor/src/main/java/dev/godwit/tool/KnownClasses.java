package dev.godwit.tool;

import dev.godwit.processor.PersistenceUnit;
import dev.godwit.processor.UnitFiles;
import dev.godwit.project.settings.UnitContents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What belongs to a module's persistence unit beside the classes in its sources. */
public final class KnownClasses {

    private KnownClasses() {}

    /** Names of managed classes that committed files and the option {@code godwit.entities} list. */
    public static List<String> listed(BuildModule module) {
        return unit(module).classes();
    }

    /** The mapping files that the module's files name, as resources. */
    public static List<String> mappingFiles(BuildModule module) {
        return UnitContents.readable(module::resource).mappingFiles();
    }

    /** Binary names of the entities that mapping files map. */
    public static List<String> mappedEntities(BuildModule module) {
        return unit(module).mappingFiles().entities();
    }

    static PersistenceUnit unit(BuildModule module) {
        return PersistenceUnit.read(files(module), module.entities());
    }

    private static UnitFiles files(BuildModule module) {
        return new UnitFiles() {
            @Override
            public Optional<String> own(String resource) {
                return module.resource(resource);
            }

            @Override
            public Optional<String> any(String resource) {
                return own(resource)
                        .or(() -> module.classPath()
                                .read(resource)
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
            }

            @Override
            public Optional<Path> jar(String name) {
                return UnitFiles.jar(name, Optional.of(module.classes()));
            }
        };
    }
}
