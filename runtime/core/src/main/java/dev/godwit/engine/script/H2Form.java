package dev.godwit.engine.script;

import java.util.ArrayList;
import java.util.List;

/** Plain statements: H2's SQL has no conditions. */
final class H2Form implements ScriptForm {

    @Override
    public String now() {
        return "cast(current_timestamp at time zone 'UTC' as timestamp)";
    }

    @Override
    public String explanation() {
        return "H2's SQL has no conditions: run it once, and stop at the first error.";
    }

    @Override
    public String enter(String quoted) {
        return "set schema " + quoted;
    }

    @Override
    public List<String> group(ScriptGroup group, Bookkeeping books) {
        List<String> script = new ArrayList<>();
        group.guards()
                .forEach(guard -> script.add("-- before: this must not be true: %s\n-- else: %s"
                        .formatted(
                                guard.query().replace('\n', ' '),
                                guard.refusal().replace('\n', ' '))));
        group.statements().forEach(statement -> script.add(statement.sql()));
        script.addAll(books.rows(group));
        return script;
    }
}
