package dev.godwit.engine.script;

import dev.godwit.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks of PL/pgSQL: each looks into the history, acts, and writes its rows, all in one transaction. */
final class PostgresqlForm implements ScriptForm {

    private static final String BLOCK = "$godwit$";

    @Override
    public String now() {
        return "now() at time zone 'utc'";
    }

    @Override
    public String explanation() {
        return "Each block is one transaction and does nothing when it has been done. Run it outside of a transaction.";
    }

    @Override
    public String enter(String quoted) {
        return "set search_path to " + quoted + ", public";
    }

    @Override
    public List<String> group(ScriptGroup group, Bookkeeping books) {
        List<String> script = new ArrayList<>();
        if (group.transactional()) {
            script.add(block(group, books, group.statements()));
        } else {
            // It must not run in a block; an error ends a client that stops at errors before the row is written.
            group.statements()
                    .forEach(statement ->
                            script.add("-- not in a block, hence not guarded: leave it out when it has been done\n"
                                    + statement.sql()));
            script.add(block(group, books, List.of()));
        }
        return script;
    }

    private static String block(ScriptGroup group, Bookkeeping books, List<ScriptStatement> statements) {
        List<String> lines = new ArrayList<>();
        lines.add("do " + BLOCK + " begin");
        lines.add("if %s then".formatted(books.done(group)));
        lines.add("  raise notice '%% is done', %s; return;".formatted(books.literal(name(group))));
        lines.add("end if;");
        lines.add("if not pg_try_advisory_xact_lock(hashtextextended('godwit:' || current_schema(), 0)) then");
        lines.add(raise(books, "GW3191: a run of Godwit is working on this schema: wait for its end."));
        lines.add("end if;");
        books.ready(group).ifPresent(ready -> {
            lines.add("if not %s then".formatted(ready));
            lines.add(raise(books, books.notReady(group)));
            lines.add("end if;");
        });
        group.guards().forEach(guard -> lines.add("""
                declare refused boolean; begin
                  execute %s into refused;
                  if refused then
                  %s
                  end if;
                exception when undefined_table then null; end;""".formatted(quoted(guard.query()), raise(books, guard.refusal()))));
        statements.forEach(statement -> lines.add("execute %s;".formatted(expression(statement))));
        books.rows(group).forEach(row -> lines.add(row + ";"));
        lines.add("end " + BLOCK);
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static String name(ScriptGroup group) {
        return "group %d of %s".formatted(group.number(), group.version());
    }

    private static String raise(Bookkeeping books, String message) {
        return "  raise exception '%%', %s;".formatted(books.literal(message));
    }

    private static String expression(ScriptStatement statement) {
        return statement
                .lookup()
                .map(lookup -> "replace(%s, '%s', quote_ident((%s)))"
                        .formatted(quoted(statement.sql()), Work.NamedByDatabase.NAME, lookup))
                .orElseGet(() -> quoted(statement.sql()));
    }

    /** Between dollar quotes that the text does not hold. */
    private static String quoted(String sql) {
        String tag = "$s$";
        for (int i = 1; sql.contains(tag); i++) {
            tag = "$s" + i + "$";
        }
        return tag + sql + tag;
    }
}
