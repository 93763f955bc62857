package dev.godwit.goal;

import dev.godwit.command.Problem;
import dev.godwit.command.Report;
import dev.godwit.tool.SourceMessage;
import dev.godwit.tool.SourceReading;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic.Kind;

/** What was said at elements of the sources, as part of a report. */
final class Messages {

    private Messages() {}

    /** A failure by the errors among the messages. */
    static Report failure(SourceReading<?> reading) {
        return new Report(List.of(), Map.of(), warnings(reading), errors(reading));
    }

    private static List<Problem> errors(SourceReading<?> reading) {
        return reading.messages().stream()
                .filter(SourceMessage::isError)
                .map(SourceMessage::problem)
                .toList();
    }

    static List<String> warnings(SourceReading<?> reading) {
        return reading.messages().stream()
                .filter(message -> message.kind() == Kind.WARNING || message.kind() == Kind.MANDATORY_WARNING)
                .map(SourceMessage::toString)
                .toList();
    }
}
