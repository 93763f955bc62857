package dev.godwit.diff;

import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.Optional;

/** The annotation that declares a rename, ready to paste. */
final class RenameHints {

    private RenameHints() {}

    static String column(Identifier former, Optional<Origin> formerOrigin, Optional<Origin> origin) {
        return attribute(formerOrigin, origin).orElse("@RenamedFrom(column = \"%s\")".formatted(former));
    }

    static String table(QualifiedName former, Optional<Origin> formerOrigin, Optional<Origin> origin) {
        return formerOrigin
                .filter(old -> old.path().isEmpty())
                .flatMap(old -> origin.filter(now -> now.path().isEmpty())
                        .filter(now -> !now.entity().equals(old.entity()))
                        .map(now -> renamedFrom(className(old.entity(), now.entity()))))
                .or(() -> attribute(formerOrigin, origin))
                .orElse("@RenamedFrom(table = \"%s\")".formatted(former));
    }

    /** An attribute under another name of the same class. */
    private static Optional<String> attribute(Optional<Origin> formerOrigin, Optional<Origin> origin) {
        return formerOrigin
                .filter(old -> !old.path().isEmpty() && !old.path().contains("/"))
                .flatMap(old -> origin.filter(now -> now.entity().equals(old.entity()))
                        .filter(now -> !now.path().isEmpty()
                                && !now.path().equals(old.path())
                                && !now.path().contains("/"))
                        .map(now -> renamedFrom(attributeName(old.path(), now.path()))));
    }

    private static String renamedFrom(String name) {
        return "@RenamedFrom(\"%s\")".formatted(name);
    }

    private static String attributeName(String old, String now) {
        String parent = old.substring(0, old.lastIndexOf('.') + 1);
        return now.startsWith(parent) && now.indexOf('.', parent.length()) < 0 ? old.substring(parent.length()) : old;
    }

    /** The simple name, unless only the package has changed. */
    private static String className(String old, String now) {
        String simple = old.substring(Declarations.simpleNameStart(old));
        return simple.equals(now.substring(Declarations.simpleNameStart(now))) ? old : simple;
    }
}
