package dev.godwit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void factsStandBetweenTheOutcomeAndTheProblems() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("head", "20261101090000");
        facts.put("steps", List.of(Map.of("sql", "select \"a\"", "group", 1, "transactional", true)));
        String json = JsonReport.of("plan", "shop", Report.of(List.of("for people"), facts));
        assertThat(json)
                .startsWith(
                        "{\"goal\":\"plan\",\"module\":\"shop\",\"ok\":true,\"head\":\"20261101090000\",\"steps\":[{")
                .contains("\"sql\":\"select \\\"a\\\"\"")
                .contains("\"group\":1")
                .contains("\"transactional\":true")
                .endsWith("}],\"problems\":[]}")
                .doesNotContain("for people");
    }

    @Test
    void aFailureIsACodedProblem() {
        Report report = Report.of(Problem.of(new IllegalStateException("GW3001: The database cannot be reached.")));
        assertThat(JsonReport.of("status", "shop", report))
                .isEqualTo("{\"goal\":\"status\",\"module\":\"shop\",\"ok\":false,\"problems\":"
                        + "[{\"code\":\"GW3001\",\"message\":\"The database cannot be reached.\"}]}");
    }

    @Test
    void anExceptionWithoutACodeIsADefectToReport() {
        assertThat(Problem.of(new IllegalStateException("oops")))
                .isEqualTo(new Problem(
                        "GW5999",
                        "Godwit failed unexpectedly: java.lang.IllegalStateException: oops. Please report this, with"
                                + " the stack trace that -X shows."));
    }
}
