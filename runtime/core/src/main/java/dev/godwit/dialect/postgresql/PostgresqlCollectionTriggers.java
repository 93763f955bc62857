package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.CollectionMove;
import dev.godwit.dialect.phased.CollectionTriggers;
import dev.godwit.dialect.phased.CollectionWords;
import dev.godwit.dialect.phased.MoveSide;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers for a value and its collection on PostgreSQL. Who writes the value has the elements follow at once. Who writes
 * elements locks their owner at once and has the value follow at the end of the transaction, since a collection may be
 * emptied and filled again within it. What one fires finds nothing to do.
 */
final class PostgresqlCollectionTriggers implements CollectionTriggers {

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
        PostgresqlStepTriggers triggers = triggers(move);
        steps.add(triggers.function(VALUE, "declare moved boolean := false;\n", followingValue(move, words), "null"));
        steps.add(triggers.function(LOCK, "", locking(move, words), "null"));
        steps.add(triggers.function(ELEMENTS, "", followingElements(words), "null"));
        if (!move.cascades()) {
            steps.add(triggers.function(DELETE, "", deleting(words), "null"));
            steps.add(triggers.after(owner.table(), suffix(DELETE, "delete"), "delete", "", DELETE));
        }
        steps.add(triggers.after(owner.table(), suffix(VALUE, "insert"), "insert", words.holds("new"), VALUE));
        steps.add(triggers.after(owner.table(), suffix(VALUE, "update"), "update", words.changed(owner), VALUE));
        for (String event : EVENTS) {
            String when = event.equals("update") ? words.changed(elements) + " or " + words.rejoined() : "";
            steps.add(triggers.after(elements.table(), suffix(LOCK, event), event, when, LOCK));
            steps.add(triggers.atTheEnd(elements.table(), suffix(ELEMENTS, event), event, when, ELEMENTS));
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

    @Override
    public List<Draft> drop(CollectionMove move) {
        PostgresqlStepTriggers triggers = triggers(move);
        List<Draft> steps = new ArrayList<>();
        for (String event : EVENTS) {
            steps.add(triggers.drop(move.owner().table(), suffix(event.equals("delete") ? DELETE : VALUE, event)));
            steps.add(triggers.drop(move.elements().table(), suffix(LOCK, event)));
            steps.add(triggers.drop(move.elements().table(), suffix(ELEMENTS, event)));
        }
        for (String function : List.of(VALUE, DELETE, LOCK, ELEMENTS)) {
            steps.add(triggers.dropFunction(function));
        }
        steps.add(note(move).drop("if exists "));
        return steps;
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

    private PostgresqlStepTriggers triggers(CollectionMove move) {
        return new PostgresqlStepTriggers(site, move.owner().table(), move.name(), move.subject());
    }

    private static String suffix(String function, String event) {
        return function + event.charAt(0);
    }
}
