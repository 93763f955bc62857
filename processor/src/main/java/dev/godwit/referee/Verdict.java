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

    /** Nothing was asked. */
    public static final Verdict NONE = new Verdict(Optional.empty(), 0, List.of(), List.of());

    public Verdict {
        disagreements = List.copyOf(disagreements);
        notes = List.copyOf(notes);
    }

    static Verdict none(Optional<String> hibernate, Message why) {
        return new Verdict(hibernate, 0, List.of(), List.of(why));
    }

    /** Whether there is nothing to tell. */
    public boolean isSilent() {
        return disagreements.isEmpty() && notes.isEmpty();
    }

    /** A disagreement as a coded message. */
    public Message message(Message.Severity severity, Disagreement disagreement) {
        return RefereeMessages.disagreement(severity, hibernate.orElse(""), disagreement);
    }

    /** Each disagreement as a coded message of this severity, and the notes behind them. */
    public List<Message> messages(Message.Severity severity) {
        return Stream.concat(disagreements.stream().map(each -> message(severity, each)), notes.stream())
                .toList();
    }
}
