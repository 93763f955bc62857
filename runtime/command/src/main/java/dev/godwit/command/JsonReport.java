package dev.godwit.command;

import java.util.Map;

/** A report as one JSON document on one line, so that the modules of a build are one document a line. */
public final class JsonReport {

    private JsonReport() {}

    /** {@code {"goal":…,"module":…,"ok":…,<facts>,"problems":[{"code":…,"message":…}]}} */
    public static String of(String goal, String module, Report report) {
        Map<String, Object> document = new Facts()
                .add("goal", goal)
                .add("module", module)
                .add("ok", report.ok())
                .map();
        document.putAll(report.facts());
        document.put(
                "problems", report.problems().stream().map(JsonReport::facts).toList());
        return Json.of(document);
    }

    private static Map<String, Object> facts(Problem problem) {
        return new Facts()
                .add("code", problem.code())
                .add("message", problem.text())
                .map();
    }
}
