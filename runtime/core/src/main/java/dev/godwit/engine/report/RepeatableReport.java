package dev.godwit.engine.report;

import java.util.List;
import java.util.Optional;

/**
 * What a run did about repeatables.
 *
 * @param ran names of those that it ran, or took away because their files are gone
 * @param away what is to be known of those that it left away, with a code
 */
public record RepeatableReport(List<String> ran, Optional<String> away) {

    public static final RepeatableReport NOTHING = new RepeatableReport(List.of(), Optional.empty());

    public RepeatableReport {
        ran = List.copyOf(ran);
    }
}
