package dev.godwit.mapping.evaluate;

import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Stands for Hibernate's {@code JdbcTypeIndicators} and what is reached from them: asked for the descriptor of a code, it
 * answers the code, and itself otherwise.
 */
final class Indicators {

    static final Indicators INSTANCE = new Indicators();

    private Indicators() {}

    static Object answer(List<@Nullable Object> arguments) {
        return arguments.size() == 1 && arguments.get(0) instanceof Integer code ? code : INSTANCE;
    }

    /** Whether a field holds the one instance of a type descriptor of Hibernate, for which its class stands. */
    static boolean isInstance(TypeElement type, String field) {
        return field.equals("INSTANCE") && type.getQualifiedName().toString().startsWith("org.hibernate.type.");
    }
}
