package dev.godwit.command;

import dev.godwit.engine.Answer;
import dev.godwit.engine.LockMode;
import dev.godwit.engine.Phase;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.ledger.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what users give to goals. Every method throws a {@link CommandException} for a value that is none. */
public final class Parameters {

    private Parameters() {}

    /** {@code godwit.phase} */
    public static Phase phase(String name) {
        return oneOf(Phase.class, "phase", name);
    }

    /** {@code godwit.answer} */
    public static Answer answer(String name) {
        return oneOf(Answer.class, "answer", name);
    }

    /** {@code godwit.lock} */
    public static LockMode lock(String name) {
        return oneOf(LockMode.class, "lock", name);
    }

    /** A parameter whose value is the name of a constant, in small letters. */
    public static <E extends Enum<E>> E oneOf(Class<E> type, String parameter, String name) {
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = known.indexOf(name);
        if (index < 0) {
            throw CommandMessages.unknownValue(parameter, name, known);
        }
        return type.getEnumConstants()[index];
    }

    /** A version, such as {@code godwit.to}. */
    public static Optional<String> version(String parameter, Optional<String> text) {
        text.ifPresent(given -> {
            try {
                new Version(given);
            } catch (IllegalArgumentException e) {
                throw CommandMessages.notAVersion(parameter, given);
            }
        });
        return text;
    }

    /** Values separated by commas. */
    public static Stream<String> listed(Optional<String> values) {
        return values.stream()
                .flatMap(given -> Arrays.stream(given.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** {@code godwit.steps} and {@code godwit.to}, of which one may be given; without both, one step. */
    public static RollbackTarget rollback(Optional<String> steps, Optional<String> to) {
        if (steps.isPresent() && to.isPresent()) {
            throw CommandMessages.stepsAndTo();
        }
        return version("to", to)
                .map(RollbackTarget::to)
                .orElseGet(
                        () -> RollbackTarget.steps(steps.map(Parameters::count).orElse(1)));
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text.strip());
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw CommandMessages.notACount("steps", text);
        }
        throw CommandMessages.notACount("steps", text);
    }
}
