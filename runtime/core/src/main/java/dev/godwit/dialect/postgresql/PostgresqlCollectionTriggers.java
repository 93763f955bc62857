package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.CollectionMove;
import dev.godwit.dialect.phased.CollectionTriggers;
import dev.godwit.dialect.phased.CollectionWords;
import dev.godwit.dialect.phased.MoveSide;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers for a value and its collection on PostgreSQL. Who writes the value has the elements follow at once. Who writes
 * elements locks their owner at once and has the value follow at the end of the transaction, since a collection may be
 * emptied and filled again within it. They run with the rights of their owner, since the version of the application that
 * knows one table may not be allowed to write the other. What one fires finds nothing to do.
 */
final class PostgresqlCollectionTriggers implements CollectionTriggers {

    private static final String LAST = "zzz_";

    /** Follows a value. */
    private static final String VALUE = "_v";

    /** Deletes elements with their owner. */
    private static final String DELETE = "_d";

    /** Locks the owner of an element. */
    private static final String LOCK = "_l";

    /** Follows elements. */
    private static final String ELEMENTS = "_e";

    private static final List<String> EVENTS = List.of("insert", "update", "delete");

    private final Site site;

    PostgresqlCollectionTriggers(Site site) {
        this.site = site;
    }

    @Override
    public CollectionWords words(CollectionMove move) {
        return new CollectionWords(
                move,
                site::quote,
                site::quote,
                (column, left, right) -> PostgresqlTriggers.differs(site, column, left, right),
                (column, value) -> PostgresqlTriggers.ordered(site, column, value),
                query -> "exists (select 1 %s)".formatted(query),
                "");
    }

    @Override
    public List<Guard> guards(CollectionMove move) {
        return new PostgresqlMoveGuards(site)
                .of(move.subject(), move.owner().table(), move.leaving().known());
    }

    @Override
    public List<Draft> create(CollectionMove move) {
        CollectionWords words = words(move);
        MoveSide owner = move.owner();
        MoveSide elements = move.elements();
        List<Draft> steps = new ArrayList<>(note(move).create());
        steps.add(function(move, VALUE, "declare moved boolean := false;\n", followingValue(move, words)));
        steps.add(function(move, LOCK, "", locking(move, words)));
        steps.add(function(move, ELEMENTS, "", followingElements(words)));
        if (!move.cascades()) {
            steps.add(function(move, DELETE, "", deleting(words)));
            steps.add(trigger(move, owner, "delete", "", DELETE));
        }
        steps.add(trigger(move, owner, "insert", words.holds("new"), VALUE));
        steps.add(trigger(move, owner, "update", words.changed(owner), VALUE));
        for (String event : EVENTS) {
            String when = event.equals("update") ? words.changed(elements) + " or " + words.rejoined() : "";
            steps.add(trigger(move, elements, event, when, LOCK));
            steps.add(trigger(move, elements, event, when, ELEMENTS));
        }
        return steps;
    }

    @Override
    public List<Draft> complete(CollectionMove move) {
        return List.of();
    }

    /** The element that was the value goes, the one that is the value comes. It is locked where it is there. */
    private String followingValue(CollectionMove move, CollectionWords words) {
        return """
                if tg_op = 'UPDATE' then
                    delete from %1$s t where %2$s and %3$s and not (%4$s);
                    moved := found;
                end if;
                if %5$s then
                    perform 1 from %1$s t where %6$s and %4$s for key share;
                    if not found then
                        insert into %1$s (%7$s) values (%8$s) on conflict do nothing;
                        moved := true;
                    end if;
                end if;
                """.formatted(
                                words.elements(),
                                words.joined("old", "t"),
                                words.is("old", "t"),
                                words.is("new", "t"),
                                words.holds("new"),
                                words.joined("new", "t"),
                                words.elementColumns(),
                                words.made("new"))
                + noted(move, move.owner(), "moved");
    }

    /**
     * Whoever writes elements of one owner waits for the one before. Where a transaction does not see what others have
     * written since it began, the owner is written, so that it is told. What a trigger writes, or a foreign key deletes, is
     * not written by the version that knows the elements.
     */
    private String locking(CollectionMove move, CollectionWords words) {
        String lock = """
                if current_setting('transaction_isolation') = 'read committed' then
                    perform 1 from %1$s s where %2$s for no key update;
                else
                    update %1$s s set %3$s where %2$s;
                end if;
                """;
        String same = words.unchanged("s");
        return eachOwner(
                        words,
                        lock.formatted(words.owners(), words.joined("s", "old"), same),
                        lock.formatted(words.owners(), words.joined("s", "new"), same))
                + noted(move, move.elements(), "found and pg_trigger_depth() = 1");
    }

    private static String followingElements(CollectionWords words) {
        String update = "update %s s set %s where %s and %s;\n";
        String least = words.leastToOwner(words.joined("s", "t"));
        return eachOwner(
                words,
                update.formatted(words.owners(), least, words.joined("s", "old"), words.apart("s")),
                update.formatted(words.owners(), least, words.joined("s", "new"), words.apart("s")));
    }

    private static String eachOwner(CollectionWords words, String ofOld, String ofNew) {
        return """
                if tg_op = 'DELETE' or tg_op = 'UPDATE' and (%s) then
                %send if;
                if tg_op <> 'DELETE' then
                %send if;
                """.formatted(words.rejoined(), ofOld.indent(4), ofNew.indent(4));
    }

    private static String deleting(CollectionWords words) {
        return "delete from %s t where %s;\n".formatted(words.elements(), words.joined("old", "t"));
    }

    private String noted(CollectionMove move, MoveSide side, String condition) {
        return side.leaves()
                ? "if %s and %s then\n%send if;\n"
                        .formatted(
                                condition,
                                note(move).isDue(),
                                note(move).written().indent(4))
                : "";
    }

    private Draft function(CollectionMove move, String suffix, String declared, String body) {
        return ddl(
                "create what keeps %s in step".formatted(move.subject()),
                "create function %s() returns trigger language plpgsql security definer set search_path from current as $godwit$\n%sbegin\n%s    return null;\nend $godwit$"
                        .formatted(name(move, suffix), declared, body.indent(4)),
                Cost.NONE);
    }

    /** @param when empty: always */
    private Draft trigger(CollectionMove move, MoveSide side, String event, String when, String function) {
        boolean atTheEnd = function.equals(ELEMENTS);
        return ddl(
                "keep %s in step at each %s in %s".formatted(move.subject(), event, side.table()),
                "create %strigger %s after %s on %s%s for each row%s execute function %s()"
                        .formatted(
                                atTheEnd ? "constraint " : "",
                                trigger(move, function, event),
                                event,
                                site.quote(side.table()),
                                atTheEnd ? " deferrable initially deferred" : "",
                                when.isEmpty() ? "" : " when (%s)".formatted(when),
                                name(move, function)),
                Cost.brief("SHARE ROW EXCLUSIVE on " + side.table() + ", brief"));
    }

    @Override
    public List<Draft> drop(CollectionMove move) {
        List<Draft> steps = new ArrayList<>();
        for (String event : EVENTS) {
            steps.add(dropTrigger(move, move.owner(), event, event.equals("delete") ? DELETE : VALUE));
            steps.add(dropTrigger(move, move.elements(), event, LOCK));
            steps.add(dropTrigger(move, move.elements(), event, ELEMENTS));
        }
        for (String suffix : List.of(VALUE, DELETE, LOCK, ELEMENTS)) {
            steps.add(
                    ddl("drop its function", "drop function if exists %s()".formatted(name(move, suffix)), Cost.NONE));
        }
        steps.add(note(move).drop("if exists "));
        return steps;
    }

    private Draft dropTrigger(CollectionMove move, MoveSide side, String event, String function) {
        return ddl(
                "keep %s in step no longer at each %s in %s".formatted(move.subject(), event, side.table()),
                "drop trigger if exists %s on %s".formatted(trigger(move, function, event), site.quote(side.table())),
                Cost.brief("ACCESS EXCLUSIVE on " + side.table() + ", brief"));
    }

    @Override
    public Watch watch(CollectionMove move) {
        return note(move).watch();
    }

    @Override
    public String lock() {
        return "for no key update";
    }

    @Override
    public String quietly(CollectionMove move) {
        return "";
    }

    private PostgresqlNote note(CollectionMove move) {
        return new PostgresqlNote(
                site, move.owner().table(), move.name(), move.leaving().subject());
    }

    private String name(CollectionMove move, String suffix) {
        return site.quote(
                move.owner().table().withName(Identifier.of(move.name().text() + suffix)));
    }

    private String trigger(CollectionMove move, String function, String event) {
        return site.quote(Identifier.of(LAST + move.name().text() + function + event.charAt(0)));
    }

    private Draft ddl(String description, String sql, Cost cost) {
        return PostgresqlTriggers.ddl(site, description, sql, cost);
    }
}
