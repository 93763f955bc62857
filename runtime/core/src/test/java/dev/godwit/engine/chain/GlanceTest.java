package dev.godwit.engine.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.engine.store.History.Mark;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlanceTest {

    private static final String FIRST = "20261101090000";
    private static final String SECOND = "20261122101500";
    private static final Fingerprint PRINT = new Fingerprint(1, "a".repeat(32), "b".repeat(32));
    private static final Ledger LEDGER =
            Ledger.EMPTY.plus(new Version(FIRST), "First", PRINT).plus(new Version(SECOND), "Second", PRINT);
    private static final Mark APPLIED = new Mark(PRINT.toString(), "applied", 1, SECOND);

    private static boolean isUpToDate(Map<String, Mark> marks) {
        return new Glance(LEDGER, marks).isUpToDate(Optional.empty(), Contracting.NEVER, false);
    }

    @Test
    void whatTheLedgerSaysAndNothingElseIsUpToDate() {
        assertThat(isUpToDate(Map.of(FIRST, APPLIED, SECOND, APPLIED))).isTrue();
        assertThat(isUpToDate(Map.of(FIRST, APPLIED))).isFalse();
        assertThat(isUpToDate(Map.of(FIRST, APPLIED, SECOND, APPLIED, "20270101000000", APPLIED)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, applied, 1, true",
        "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:cccccccccccccccccccccccccccccccc, applied, 1, true",
        "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, expanded, 1, true",
        "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, filling, 1, false",
        "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, receded, 1, false",
        "1:cccccccccccccccccccccccccccccccc:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, applied, 1, false",
        "2:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, applied, 1, false",
        "by hand, applied, 1, false",
        "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, reverting, 1, false",
        "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, nonsense, 1, false",
        "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, applied, 2, false",
    })
    void aRowCountsWithThisUpInAStateAndAFormThatAreKnown(String print, String state, int format, boolean upToDate) {
        assertThat(isUpToDate(Map.of(FIRST, APPLIED, SECOND, new Mark(print, state, format, SECOND))))
                .isEqualTo(upToDate);
    }

    @ParameterizedTest
    @CsvSource({
        "expanded, 20261101090000, BY_LATER_RELEASE, false, false",
        "expanded, 20261122101500, BY_LATER_RELEASE, false, true",
        "expanded, 20990101000000, BY_LATER_RELEASE, false, true",
        "expanded, 20261101090000, NEVER, false, true",
        "expanded, 20261122101500, NOW, false, false",
        "filling, 20261122101500, NEVER, true, true",
        "filling, 20261122101500, NOW, false, false",
    })
    void whatIsOpenIsFinishedWhenItIsDue(
            String state, String head, Contracting contracting, boolean fillsWait, boolean upToDate) {
        Map<String, Mark> marks = Map.of(FIRST, new Mark(PRINT.toString(), state, 1, head), SECOND, APPLIED);
        assertThat(new Glance(LEDGER, marks).isUpToDate(Optional.empty(), contracting, fillsWait))
                .isEqualTo(upToDate);
    }

    @Test
    void whatLiesBehindATargetMayBeThereOrNot() {
        Map<String, Mark> marks = new HashMap<>(Map.of(FIRST, APPLIED));
        Glance behind = new Glance(LEDGER, marks);
        Optional<LedgerEntry> first = Optional.of(LEDGER.entries().get(0));

        assertThat(behind.isUpToDate(first, Contracting.NEVER, false)).isTrue();
        assertThat(behind.head()).contains(FIRST);

        marks.put(SECOND, APPLIED);
        assertThat(behind.isUpToDate(first, Contracting.NEVER, false)).isTrue();
        assertThat(behind.head()).contains(SECOND);

        marks.put(SECOND, new Mark(PRINT.toString(), "reverting", 1, SECOND));
        assertThat(behind.isUpToDate(first, Contracting.NEVER, false)).isFalse();
        assertThat(new Glance(LEDGER, Map.of()).head()).isEmpty();
    }
}
