package dev.godwit.tool;

import dev.godwit.project.settings.UnitContents;
import java.util.List;
import java.util.stream.Stream;

/** Names of managed classes that a module's committed files and its build list beside those in its sources. */
public final class KnownClasses {

    private KnownClasses() {}

    /** Those of {@code persistence.xml} and of the option {@code godwit.entities}; a file that is no XML lists none. */
    public static List<String> listed(BuildModule module) {
        return Stream.concat(module.entities().stream(), unit(module).classes().stream())
                .distinct()
                .toList();
    }

    /** What the module's files say of its persistence unit; nothing where {@code persistence.xml} is no XML. */
    public static UnitContents unit(BuildModule module) {
        return UnitContents.readable(module::resource);
    }
}
