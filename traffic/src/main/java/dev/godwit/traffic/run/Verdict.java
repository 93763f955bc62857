package dev.godwit.traffic.run;

import dev.godwit.traffic.load.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param title of what
 * @param stages in order
 * @param samples of both versions, all that were served
 * @param disagreeing at each look, what was looked at and how many rows disagreed, or triggers were left
 * @param lost customers that should be there and are not, or the other way round if negative
 * @param kills how often a migrating process was killed
 * @param brokenOff why it did not come to its end
 */
public record Verdict(
        String title,
        List<Stage> stages,
        List<Sample> samples,
        Map<String, Long> disagreeing,
        long lost,
        int kills,
        Optional<String> brokenOff) {

    private static final int SHOWN = 10;

    public List<Sample> failed() {
        return samples.stream().filter(sample -> sample.failure().isPresent()).toList();
    }

    public long disagreements() {
        return disagreeing.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isClean() {
        return brokenOff.isEmpty() && failed().isEmpty() && disagreements() == 0 && lost == 0;
    }

    /** Lines for people. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        Latencies calm = Latencies.of(stages.stream()
                .filter(Stage::calm)
                .flatMap(stage -> stage.of(samples).stream())
                .toList());
        lines.add("  %-30s %s".formatted("without a migration, in all", calm.against(calm)));
        for (Stage stage : stages) {
            lines.add("  %-30s %s"
                    .formatted(
                            stage.name() + (stage.calm() ? "" : " *"),
                            Latencies.of(stage.of(samples)).against(calm)));
        }
        lines.add("  failed requests: %d of %d".formatted(failed().size(), samples.size()));
        failures().forEach((text, number) -> lines.add("    %d times %s".formatted(number, text)));
        lines.add("  rows that disagree: %s".formatted(disagreeing));
        lines.add("  rows lost: %d; migrating process killed %d times".formatted(lost, kills));
        brokenOff.ifPresent(why -> lines.add("  BROKEN OFF: " + why));
        return String.join(System.lineSeparator(), lines);
    }

    private Map<String, Long> failures() {
        return failed().stream().collect(Collectors.groupingBy(this::where, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String where(Sample failed) {
        String stage = stages.stream()
                .filter(each -> failed.due() >= each.from() && failed.due() < each.to())
                .map(Stage::name)
                .findFirst()
                .orElse("between stages");
        return "in '%s', %s: %s"
                .formatted(stage, failed.kind(), failed.failure().orElse("").replaceAll("\\d+", "#"));
    }
}
