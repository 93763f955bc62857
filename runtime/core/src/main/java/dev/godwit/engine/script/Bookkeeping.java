package dev.godwit.engine.script;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.store.Format;
import dev.godwit.engine.store.HistoryRow;
import dev.godwit.engine.store.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL of the rows in Godwit's own tables, as the engine would write them, so that {@code status} and {@code migrate}
 * agree with what a script has done.
 *
 * @param run id of the script, which stands for a run
 * @param now SQL of the time in UTC
 */
record Bookkeeping(Names names, Dialect dialect, String run, String now) {

    private static final int LONGEST_DESCRIPTION = 255;

    /** Condition that a group needs no more doing. */
    String done(ScriptGroup group) {
        return "exists (select 1 from %s where version = %s) or exists (select 1 from %s where %s and state = 'done')"
                .formatted(names.history(), literal(group.version()), names.journal(), rowsOf(group, group.number()));
    }

    /** Condition that what comes before a group is there; empty where nothing does. */
    Optional<String> ready(ScriptGroup group) {
        if (!group.isFirst()) {
            return Optional.of("exists (select 1 from %s where %s and state = 'done')"
                    .formatted(names.journal(), rowsOf(group, group.number() - 1)));
        }
        return group.follows()
                .map(version ->
                        "exists (select 1 from %s where version = %s)".formatted(names.history(), literal(version)));
    }

    /** What to tell when {@link #ready} does not hold. */
    String notReady(ScriptGroup group) {
        return group.isFirst()
                ? "GW3190: %s must be applied before %s."
                        .formatted(group.follows().orElse(""), group.version())
                : "GW3190: the group before group %d of %s is not done.".formatted(group.number(), group.version());
    }

    private String rowsOf(ScriptGroup group, int number) {
        return "run_id = %s and version = %s and group_no = %d"
                .formatted(literal(run), literal(group.version()), number);
    }

    /** Inserts the journal row of a group, once. @param state {@code intent} or {@code done} */
    String journal(ScriptGroup group, String state) {
        String next = "coalesce(max(id), 0) + 1";
        String attempt = group.isFirst()
                ? next
                : "coalesce(max(case when %s then attempt end), %s)".formatted(rowsOf(group, 1), next);
        String values = Stream.of(
                        next,
                        literal(group.version()),
                        "'up'",
                        attempt,
                        String.valueOf(group.number()),
                        literal(String.join(" ", group.fingerprints())),
                        literal(group.what()),
                        literal(state),
                        group.history().isPresent() ? "1" : "0",
                        literal(run),
                        now,
                        "0")
                .collect(Collectors.joining(", "));
        return ("insert into %s (id, version, direction, attempt, group_no, fingerprints, what, state, ends, run_id,"
                        + " noted_at, duration_ms)\nselect %s\nfrom %s having not exists (select 1 from %s where version = %s)"
                        + " and coalesce(sum(case when %s then 1 else 0 end), 0) = 0")
                .formatted(
                        names.journal(),
                        values,
                        names.journal(),
                        names.history(),
                        literal(group.version()),
                        rowsOf(group, group.number()));
    }

    /** Says that a group whose intent was written is done. */
    String journalDone(ScriptGroup group) {
        return "update %s set state = 'done', noted_at = %s where %s and state = 'intent'"
                .formatted(names.journal(), now, rowsOf(group, group.number()));
    }

    /** Inserts the history row, once. */
    String history(HistoryRow row) {
        String values = Stream.of(
                        literal(row.version()),
                        literal(
                                row.description().length() > LONGEST_DESCRIPTION
                                        ? row.description().substring(0, LONGEST_DESCRIPTION)
                                        : row.description()),
                        literal(row.className()),
                        row.follows().map(this::literal).orElse("null"),
                        literal(row.fingerprint().toString()),
                        literal(row.state().text()),
                        now,
                        "0",
                        literal(run),
                        literal(row.godwit()),
                        literal(row.head()),
                        String.valueOf(Format.CURRENT),
                        row.spares() ? "1" : "0")
                .collect(Collectors.joining(", "));
        return ("insert into %s (version, description, class_name, follows, fingerprint, state, applied_at, duration_ms,"
                        + " run_id, godwit_version, ledger_head, format, spares)\nselect %s\nfrom %s where slot = 'run' and not"
                        + " exists (select 1 from %s where version = %s)")
                .formatted(names.history(), values, names.run(), names.history(), literal(row.version()));
    }

    /** Inserts the row of the run table where it is missing. */
    String slot() {
        return "insert into %s (slot, run_id, holder, started_at, format)\nselect 'run', '', '', %s, %d from (select count(*) as n from %s) counted where n = 0"
                .formatted(names.run(), now, Format.CURRENT, names.run());
    }

    /** The rows of a group that stand behind its statements, when nothing was written before them. */
    List<String> rows(ScriptGroup group) {
        return Stream.concat(
                        Stream.of(journal(group, "done")),
                        group.history().stream().map(this::history))
                .toList();
    }

    String literal(String text) {
        return dialect.literal(text);
    }
}
