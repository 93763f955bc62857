package dev.godwit.dialect.mysql;

import dev.godwit.dialect.phased.CollectionMove;
import dev.godwit.dialect.phased.CollectionTriggers;
import dev.godwit.dialect.phased.CollectionWords;
import dev.godwit.dialect.phased.MoveSide;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers for a value and its collection on MySQL and MariaDB, which have none at the end of a transaction: each row that
 * is written lets the other side follow at once. What they ask of elements they ask under a lock, since a transaction would else see them as they were when it
 * began. They name the owner by what the row says that is written, never by the row of the owner: by that, MariaDB looks
 * through all elements where it has no statistics, and locks them.
 */
final class MysqlCollectionTriggers implements CollectionTriggers {

    private static final String LOCK = "for update";

    /** The servers take a query for update in a trigger for a write of the table, which the statement behind it may be using. */
    private static final String READ = "lock in share mode";

    private final Site site;

    MysqlCollectionTriggers(Site site) {
        this.site = site;
    }

    @Override
    public CollectionWords words(CollectionMove move) {
        return new CollectionWords(
                move,
                site::quote,
                site::quote,
                (column, left, right) -> MysqlTriggers.differs(site, column, left, right),
                (column, value) -> value,
                query -> "((select count(*) %s) > 0)".formatted(query),
                READ);
    }

    @Override
    public List<Guard> guards(CollectionMove move) {
        refuseCascades(move);
        return new MoveGuards(site)
                .of(
                        move.subject(),
                        List.of(move.owner().table(), move.elements().table()),
                        move.leaving().known());
    }

    /** Rows that a foreign key deletes fire no trigger: the value would keep what is gone. */
    private void refuseCascades(CollectionMove move) {
        QualifiedName owners = move.owner().table();
        QualifiedName elements = move.elements().table();
        refuseCascades(elements, owners, owners);
        if (!move.cascades()) {
            refuseCascades(owners, elements, elements);
        }
    }

    private void refuseCascades(QualifiedName table, QualifiedName spared, QualifiedName other) {
        new MoveGuards(site)
                .refuseCascades(
                        "a value becomes one of several in another table, or the reverse",
                        table,
                        key -> !key.referencedTable().equals(spared),
                        other.toString());
    }

    /**
     * What deletes elements with their owner comes first and goes last, so that none is left without one. What gives a
     * value from elements goes before what keeps them right.
     */
    @Override
    public List<Draft> create(CollectionMove move) {
        CollectionWords words = words(move);
        MoveSide owner = move.owner();
        MoveSide elements = move.elements();
        List<Draft> steps = new ArrayList<>();
        steps.add(note(move).create());
        if (!move.cascades()) {
            steps.add(after(
                    move,
                    owner,
                    "delete",
                    MysqlStepTriggers.ALWAYS,
                    "delete from %s where %s;".formatted(words.elements(), words.joined("old", words.elements()))));
        }
        if (elements.leaves()) {
            steps.add(ownerFirst(move, words));
        }
        steps.add(after(
                move,
                elements,
                "update",
                "(%s or %s)".formatted(words.changed(elements), words.rejoined()),
                left(move, words) + " " + came(move, words)));
        steps.add(after(move, elements, "insert", words.held("new"), came(move, words)));
        steps.add(after(move, elements, "delete", words.held("old"), left(move, words)));
        steps.add(nextValue(move, words));
        steps.add(after(
                move,
                owner,
                "update",
                "(%s)".formatted(words.changed(owner)),
                "delete from %1$s where %2$s and %3$s and not (%4$s); if %5$s then %6$s end if;"
                        .formatted(
                                words.elements(),
                                words.joined("old", words.elements()),
                                words.is("old", words.elements()),
                                words.is("new", words.elements()),
                                words.holds("new"),
                                joins(move, words))));
        steps.add(after(move, owner, "insert", words.holds("new"), insert(words) + ";"));
        return steps;
    }

    /**
     * MariaDB 11.4.5 takes what it selects for NULL where there is a trigger before insert (MDEV-36026), so the fill comes
     * first.
     */
    @Override
    public List<Draft> complete(CollectionMove move) {
        return move.owner().leaves() ? List.of(ownerFirst(move, words(move))) : List.of();
    }

    /** The value of an owner is an element. A key tells whether it is there already; else it is looked for. */
    private static String joins(CollectionMove move, CollectionWords words) {
        return move.distinct()
                ? "%s on duplicate key update %s;".formatted(insert(words), words.toElement("new"))
                : "if not %s then %s; end if;".formatted(words.isAmong("new", words.joined("new", "t")), insert(words));
    }

    private static String insert(CollectionWords words) {
        return "insert into %s (%s) values (%s)".formatted(words.elements(), words.elementColumns(), words.made("new"));
    }

    /** An element is the value of an owner that has had none. */
    private String came(CollectionMove move, CollectionWords words) {
        return "update %s s set %s where %s and %s and not %s%s;"
                        .formatted(
                                words.owners(),
                                words.toOwner("new"),
                                words.joined("s", "new"),
                                words.held("new"),
                                words.holds("s"),
                                words.hasStandIn() ? " and not " + words.isAmong("s", words.beside("new", "t")) : "")
                + " " + new RememberedValue(site, move, words).found();
    }

    /** The value of an owner whose element it was is the least of the others. */
    private String left(CollectionMove move, CollectionWords words) {
        String others = words.beside("old", "t");
        return "update %s s set %s where %s and %s and not %s;"
                        .formatted(
                                words.owners(),
                                words.leastToOwner(others),
                                words.joined("s", "old"),
                                words.is("s", "old"),
                                words.isAmong("s", others))
                + " " + new RememberedValue(site, move, words).lost();
    }

    /** Inserting an element locks its owner for reading; two that did so could not go on to write it. */
    private Draft ownerFirst(CollectionMove move, CollectionWords words) {
        return before(
                move,
                move.elements(),
                "insert",
                MysqlStepTriggers.ALWAYS,
                "set @%s_l = (select count(*) from %s s where %s %s);"
                        .formatted(move.name().text(), words.owners(), words.joined("s", "new"), LOCK));
    }

    /** An owner that gives its value up has the least of the elements that are left. */
    private Draft nextValue(CollectionMove move, CollectionWords words) {
        String others = "%s and not (%s)".formatted(words.joined("new", "t"), words.is("old", "t"));
        return before(
                move,
                move.owner(),
                "update",
                "(%s) and not %s".formatted(words.changed(move.owner()), words.holds("new")),
                "set %s;".formatted(words.leastToOwner(others, name -> "new." + name, " " + READ)));
    }

    private Draft before(CollectionMove move, MoveSide side, String event, String condition, String action) {
        return triggers(move).before(side.table(), suffix(move, side, "before", event), event, condition, action);
    }

    private Draft after(CollectionMove move, MoveSide side, String event, String condition, String action) {
        String noted = side.leaves() ? " " + note(move).written() : "";
        return triggers(move).after(side.table(), suffix(move, side, "after", event), event, condition, action + noted);
    }

    @Override
    public List<Draft> drop(CollectionMove move) {
        List<Draft> steps = new ArrayList<>();
        steps.add(drop(move, move.owner(), "before", "update"));
        for (String event : List.of("insert", "update", "delete")) {
            for (MoveSide side : List.of(move.elements(), move.owner())) {
                steps.add(drop(move, side, "after", event));
            }
        }
        steps.add(drop(move, move.elements(), "before", "insert"));
        steps.add(note(move).drop());
        return steps;
    }

    private Draft drop(CollectionMove move, MoveSide side, String time, String event) {
        return triggers(move).drop(side.table(), suffix(move, side, time, event));
    }

    @Override
    public Watch watch(CollectionMove move) {
        return note(move).watch();
    }

    @Override
    public String lock() {
        return LOCK;
    }

    @Override
    public String quietly(CollectionMove move) {
        return triggers(move).quietly();
    }

    private MysqlNote note(CollectionMove move) {
        return new MysqlNote(
                site, move.owner().table(), move.name(), move.leaving().subject());
    }

    private MysqlStepTriggers triggers(CollectionMove move) {
        return new MysqlStepTriggers(site, move.name(), move.subject());
    }

    private static String suffix(CollectionMove move, MoveSide side, String time, String event) {
        return (side.equals(move.owner()) ? "_o" : "_e") + time.charAt(0) + event.charAt(0);
    }
}
