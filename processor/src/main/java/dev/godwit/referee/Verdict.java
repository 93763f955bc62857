package dev.godwit.referee;

import dev.godwit.mapping.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The referee's answer.
 *
 * @param hibernate the version that was asked; empty: none was
 * @param facts how many facts were compared
 * @param disagreements sorted by object
 * @param notes why something was not compared
 */
public record Verdict(Optional<String> hibernate, int facts, List<Disagreement> disagreements, List<Message> notes) {

    public Verdict {
        disagreements = List.copyOf(disagreements);
        notes = List.copyOf(notes);
    }

    static Verdict none(Optional<String> hibernate, Message why) {
        return new Verdict(hibernate, 0, List.of(), List.of(why));
    }

    /** Each disagreement as a coded message of this severity, and the notes behind them. */
    public List<Message> messages(Message.Severity severity) {
        String version = hibernate.orElse("");
        return Stream.concat(
                        disagreements.stream().map(each -> RefereeMessages.disagreement(severity, version, each)),
                        notes.stream())
                .toList();
    }
}
