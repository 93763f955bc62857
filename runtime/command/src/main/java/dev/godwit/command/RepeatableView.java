package dev.godwit.command;

import dev.godwit.engine.repeat.RepeatableState;
import dev.godwit.engine.report.PlannedRepeatable;
import dev.godwit.engine.report.RepeatableStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells of views, functions and extensions. */
final class RepeatableView {

    private RepeatableView() {}

    /** Where they stand. */
    static List<String> lines(List<RepeatableStatus> repeatables) {
        List<String> lines = new ArrayList<>();
        repeatables.stream()
                .filter(status -> status.state() != RepeatableState.GONE)
                .forEach(status -> lines.add("  repeatable %s: %s".formatted(status.name(), text(status.state()))));
        return lines;
    }

    private static String text(RepeatableState state) {
        return switch (state) {
            case APPLIED -> "as in the ledger";
            case CHANGED -> "another text than in the ledger";
            case UNAPPLIED -> "not there";
            case LATER -> "as a later release has it";
            case GONE -> "gone";
        };
    }

    /** What would be done about them: what is taken away, and what is run. */
    static List<String> planned(List<PlannedRepeatable> repeatables) {
        List<String> lines = new ArrayList<>();
        repeatables.forEach(planned -> {
            lines.add("");
            if (!planned.drops().isEmpty()) {
                lines.add("-- repeatable %s: is away from before the first migration that changes what it reads%s"
                        .formatted(planned.name(), planned.statements().isEmpty() ? "" : " until behind the last one"));
                planned.drops().forEach(sql -> sql.lines().forEach(lines::add));
            }
            if (!planned.statements().isEmpty()) {
                lines.add("-- repeatable %s: runs behind the migrations".formatted(planned.name()));
                planned.statements().forEach(sql -> sql.lines().forEach(lines::add));
            }
        });
        return lines;
    }

    static Map<String, Object> facts(RepeatableStatus status) {
        return new Facts()
                .add("name", status.name())
                .add("state", status.state().name().toLowerCase(Locale.ROOT))
                .map();
    }

    static Map<String, Object> facts(PlannedRepeatable planned) {
        return new Facts()
                .add("name", planned.name())
                .add("drops", planned.drops())
                .add("statements", planned.statements())
                .map();
    }
}
