package dev.godwit.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.store.JournalRow;
import dev.godwit.engine.store.JournalRow.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the journal tells of an interrupted attempt. */
class AttemptTest {

    private static JournalRow row(long id, String fingerprint, State state) {
        return new JournalRow(
                id,
                "20260101000001",
                Direction.UP,
                1,
                (int) id,
                List.of(fingerprint),
                "a step",
                state,
                false,
                Optional.empty(),
                Optional.empty(),
                "run");
    }

    @Test
    void aPlanThatBeginsLikeItGoesOnWithItOnlyByTheStepThatWasBegun() {
        Attempt begun = new Attempt(List.of(row(1, "a", State.DONE), row(2, "b", State.INTENT)));
        assertThat(begun.goesOnWith(List.of("a", "b", "c"))).isTrue();
        assertThat(begun.goesOnWith(List.of("a", "c"))).isFalse();
        assertThat(begun.goesOnWith(List.of("a"))).isFalse();
    }

    @Test
    void aStepThatFailedLeavesItOpenHowItGoesOn() {
        Attempt failed = new Attempt(List.of(row(1, "a", State.DONE), row(2, "b", State.FAILED)));
        assertThat(failed.goesOnWith(List.of("a", "c"))).isTrue();
        assertThat(new Attempt(List.of(row(1, "a", State.DONE))).goesOnWith(List.of("a", "c")))
                .isTrue();
    }
}
