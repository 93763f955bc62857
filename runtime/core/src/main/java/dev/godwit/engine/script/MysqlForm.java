package dev.godwit.engine.script;

import dev.godwit.plan.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepared statements, whose text depends on the history: conditions as a statement exist in stored programs only, which
 * no client sends alike.
 */
final class MysqlForm implements ScriptForm {

    @Override
    public String now() {
        return "utc_timestamp(6)";
    }

    @Override
    public String explanation() {
        return "Each statement does nothing when it has been done. Let the client stop at the first error.";
    }

    @Override
    public String enter(String quoted) {
        return "use " + quoted;
    }

    @Override
    public List<String> group(ScriptGroup group, Bookkeeping books) {
        List<String> script = new ArrayList<>();
        books.ready(group)
                .ifPresent(ready -> script.addAll(guarded(
                        "%s or %s".formatted(books.done(group), ready),
                        books.literal("do 0"),
                        books.literal("select `%s`".formatted(atMost64(books.notReady(group)))))));
        group.guards()
                .forEach(guard -> script.add("-- before: this must not be true: %s\n-- else: %s"
                        .formatted(
                                guard.query().replace('\n', ' '),
                                guard.refusal().replace('\n', ' '))));
        if (group.transactional()) {
            script.add("start transaction");
        } else {
            script.add(books.journal(group, "intent"));
        }
        for (ScriptStatement statement : group.statements()) {
            script.addAll(guarded(books.done(group), books.literal("do 0"), expression(statement, books)));
        }
        if (group.transactional()) {
            script.addAll(books.rows(group));
            script.add("commit");
        } else {
            script.add(books.journalDone(group));
            group.history().map(books::history).ifPresent(script::add);
        }
        return script;
    }

    private static List<String> guarded(String condition, String then, String otherwise) {
        return List.of(
                "set @godwit = if(%s, %s, %s)".formatted(condition, then, otherwise),
                "prepare godwit from @godwit",
                "execute godwit",
                "deallocate prepare godwit");
    }

    private static String expression(ScriptStatement statement, Bookkeeping books) {
        String text = books.literal(statement.sql());
        return statement
                .lookup()
                .map(lookup -> "replace(replace(%1$s, '%2$s', concat('`', (%4$s), '`')), '%3$s', (%4$s))"
                        .formatted(text, Work.NamedByDatabase.NAME, Work.NamedByDatabase.NUMBER, lookup))
                .orElse(text);
    }

    /** The error names a column that does not exist, and the column is the message: errors can be raised in no other way. */
    private static String atMost64(String message) {
        return message.length() <= 64 ? message : message.substring(0, 64);
    }
}
