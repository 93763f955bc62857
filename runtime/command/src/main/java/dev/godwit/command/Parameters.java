package dev.godwit.command;

import dev.godwit.command.progress.ProgressStyle;
import dev.godwit.engine.Answer;
import dev.godwit.engine.LockMode;
import dev.godwit.engine.Phase;
import dev.godwit.engine.PurgeTarget;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.retain.Retaining;
import dev.godwit.ledger.Version;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what users give to goals. Every method throws a {@link CommandException} for a value that is none. */
public final class Parameters {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    /** What every server takes as a limit. */
    private static final Duration LONGEST = Duration.ofDays(7);

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

    /** {@code godwit.progress} */
    public static ProgressStyle progress(String name) {
        return oneOf(ProgressStyle.class, "progress", name);
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

    /** {@code godwit.retain} and its companions: how what migrations drop is kept, and what a rollback may do without. */
    public static Retaining retaining(
            String retain, Optional<String> retention, boolean acceptLoss, boolean unvalidated) {
        boolean keep = oneOf(Retain.class, "retain", retain) == Retain.KEEP;
        return Retaining.DEFAULT
                .withKeep(keep)
                .withOverdueAfter(age("retention", retention).orElse(Retaining.DEFAULT.overdueAfter()))
                .withAcceptLoss(acceptLoss)
                .withUnvalidated(unvalidated);
    }

    private enum Retain {
        KEEP,
        NONE
    }

    /** {@code godwit.olderThan} and {@code godwit.version}; without both, what is older than things are to be kept. */
    public static PurgeTarget purge(Optional<String> olderThan, Optional<String> version, Retaining retaining) {
        return version("version", version)
                .map(given -> new PurgeTarget(age("olderThan", olderThan).orElse(Duration.ZERO), Optional.of(given)))
                .orElseGet(
                        () -> PurgeTarget.olderThan(age("olderThan", olderThan).orElse(retaining.overdueAfter())));
    }

    /** A number of days, with or without a {@code d} behind it. */
    private static Optional<Duration> age(String parameter, Optional<String> text) {
        return text.map(given -> {
            String days = given.strip().toLowerCase(Locale.ROOT).replaceFirst("d$", "");
            if (!days.matches("\\d{1,6}")) {
                throw CommandMessages.notAnAge(parameter, given);
            }
            return Duration.ofDays(Long.parseLong(days));
        });
    }

    /** A time above zero and up to a week, with its unit: {@code 500ms}, {@code 2s}, {@code 5m} or {@code 1h}. */
    public static Optional<Duration> time(String parameter, Optional<String> text) {
        return text.map(given -> {
            Matcher time = TIME.matcher(given.strip().toLowerCase(Locale.ROOT));
            Duration duration = time.matches()
                    ? Duration.of(Long.parseLong(time.group(1)), UNITS.get(time.group(2)))
                    : Duration.ZERO;
            if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
                throw CommandMessages.notATime(parameter, given);
            }
            return duration;
        });
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

    /** {@code godwit.rows} */
    public static int rows(String text) {
        if (!text.matches("[0-9]")) {
            throw CommandMessages.notRows(text);
        }
        return Integer.parseInt(text);
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
