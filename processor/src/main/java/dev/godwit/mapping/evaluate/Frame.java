package dev.godwit.mapping.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The variables of a method that is being evaluated. A variable may hold null, as in Java. */
final class Frame {

    private final TypeElement owner;
    private final @Nullable EnumConstant self;
    private final Map<String, @Nullable Object> variables = new HashMap<>();

    /**
     * @param owner the class whose code is evaluated
     * @param self empty: a static method, or one of a converter
     */
    Frame(TypeElement owner, Optional<EnumConstant> self) {
        this.owner = owner;
        this.self = self.orElse(null);
    }

    Frame with(List<? extends VariableElement> parameters, List<@Nullable Object> arguments) {
        for (int i = 0; i < parameters.size(); i++) {
            variables.put(parameters.get(i).getSimpleName().toString(), arguments.get(i));
        }
        return this;
    }

    TypeElement owner() {
        return owner;
    }

    Optional<EnumConstant> self() {
        return Optional.ofNullable(self);
    }

    boolean knows(String variable) {
        return variables.containsKey(variable);
    }

    @Nullable
    Object get(String variable) {
        return variables.get(variable);
    }

    void set(String variable, @Nullable Object value) {
        variables.put(variable, value);
    }
}
