package dev.godwit.mapping.read;

import java.util.Locale;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/**
 * The getters that Lombok generates. Goals read source files without running other processors, so there these getters do
 * not exist yet; what runs within a compilation sees them as methods.
 */
final class LombokGetters {

    private static final String GETTER = "lombok.Getter";

    private LombokGetters() {}

    /** The property that Lombok makes of a field, where it makes one. */
    static Optional<String> property(Member field, Annotations ofClass) {
        boolean generated = field.annotations()
                .get(GETTER)
                .or(() -> ofClass.get(GETTER))
                .map(getter -> !getter.constant("value").equals("NONE"))
                .orElseGet(() -> ofClass.hasAny("lombok.Data", "lombok.Value"));
        return generated ? Optional.of(name(field)) : Optional.empty();
    }

    /** A primitive boolean loses the {@code is} that its name begins with. */
    private static String name(Member field) {
        String name = field.name();
        boolean prefixed = field.declaredType().getKind() == TypeKind.BOOLEAN
                && name.length() > 2
                && name.startsWith("is")
                && Character.isUpperCase(name.charAt(2));
        return prefixed ? name.substring(2, 3).toLowerCase(Locale.ROOT) + name.substring(3) : name;
    }
}
