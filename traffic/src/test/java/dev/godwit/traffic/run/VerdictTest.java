package dev.godwit.traffic.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.traffic.load.Kind;
import dev.godwit.traffic.load.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void isCleanWhenNothingFailedAndNothingIsMissing() {
        serve(100, 1000, Optional.empty());
        assertThat(verdict(Map.of("new", 0L), 0).isClean()).isTrue();
    }

    @Test
    void isNotCleanOtherwise() {
        assertThat(verdict(Map.of("new", 1L), 0).isClean()).isFalse();
        assertThat(verdict(Map.of(), -1).isClean()).isFalse();
        serve(100, 1000, Optional.of("refused"));
        assertThat(verdict(Map.of(), 0).isClean()).isFalse();
    }

    @Test
    void setsEachStageBesideTrafficWithoutMigration() {
        for (int i = 0; i < 100; i++) {
            serve(i, 1000, Optional.empty());
            serve(100 + i, i == 0 ? 50_000 : 2000, Optional.of("row " + i + " refused"));
        }
        assertThat(verdict(Map.of(), 0).text())
                .contains("calm")
                .containsPattern("migrate expand \\* +100 requests  p50 +2.0 ms \\( 2.00\\)  p99 +2.0 ms \\( 2.00\\)"
                        + "  worst +50.0 ms \\(50.00\\)")
                .contains("failed requests: 100 of 200", "100 times in 'migrate expand', READ: row # refused");
    }

    private void serve(long due, long latency, Optional<String> failure) {
        samples.add(new Sample(due, latency, Kind.READ, failure));
    }

    private Verdict verdict(Map<String, Long> disagreeing, long lost) {
        List<Stage> stages = List.of(new Stage("calm", true, 0, 100), new Stage("migrate expand", false, 100, 200));
        return new Verdict("rename", stages, samples, disagreeing, lost, 0, Optional.empty());
    }
}
