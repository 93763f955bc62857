package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** What a database does in a way of its own when changes are taken apart. */
public interface Manoeuvres {

    Triggers triggers();

    MoveTriggers moveTriggers();

    CollectionTriggers collectionTriggers();

    HierarchyTriggers hierarchyTriggers();

    Drafts renameColumn(RenameColumn change);

    /** The table has its new name from expand on, whatever the old one means meanwhile. */
    Drafts renameTable(RenameTable change);

    Drafts renameSequence(RenameSequence change);

    /**
     * Lets the database make keys beside a sequence; empty: the two would make the same ones.
     *
     * @param whole the change at once
     * @param guards what is asked before it
     */
    Optional<Drafts> alterKeys(KeySource source, Drafts whole, List<Guard> guards);

    /**
     * Gives a column another type beside those who use it, where one of the two holds all values of the other; empty: the
     * statement that does it leaves them alone, or nothing does.
     *
     * @param change of the type alone
     * @param widens whether the new type is the one that holds more
     * @param guards what is asked before values lose room
     */
    Optional<Drafts> changeType(AlterColumn change, boolean widens, List<Guard> guards);

    /** What takes back values that an enum got at once, however much of that took effect, where no row has them. */
    List<Draft> takeBack(AlterColumn change);

    /** Gives rows for which a condition holds another value, which the way back can replace by the old one. */
    List<Draft> recode(QualifiedName table, Identifier column, String value, String condition);

    /** A change of a table's definition that touches no row. */
    Draft alter(QualifiedName table, String description, String action, Resume resume);

    /** Adds a column that is not kept, or is to get other values. */
    Drafts addNew(AddColumn change);

    /**
     * Brings a column back that is kept and cannot do without a value, in a form that the running version can leave empty,
     * with the values that rows had; empty: it is not kept.
     */
    Optional<Drafts> bringBack(AddColumn change);

    /** A default that a column needs so that rows can be added without it, where the database asks for one. */
    Optional<String> standIn(Column column);

    /**
     * Drops a column while rows are added that do not state it.
     *
     * @param dropping the steps that drop it, of which the last one takes its name away
     * @param triggers drops what has given such rows a value
     */
    List<Draft> leave(DropColumn change, List<Draft> dropping, List<Draft> triggers);

    /** Lets rows be added without these columns, whose triggers have just gone. */
    List<Draft> letGo(QualifiedName table, List<Column> columns);

    /** Drops a column that the migration has added, if it is there. */
    Draft dropAdded(QualifiedName table, Identifier column);

    /** @throws dev.godwit.dialect.DialectException when something cannot be as it has to be once all changes are planned */
    default void end() {}

    /** Holds the users of a table out for what follows in the same transaction, where there is such a thing. */
    List<Draft> hold(QualifiedName table);

    /** Creates a table that is not kept, or is to get other rows. */
    Drafts createNew(CreateTable change);

    /**
     * Lets a foreign key take the place of one of another name, at no moment of which neither is there. Each step may run
     * again.
     *
     * @param from what is there
     * @param to what the rows are known to fulfil
     */
    List<Draft> replace(QualifiedName table, ForeignKey from, ForeignKey to);

    /** Drops a foreign key, if it is there. */
    List<Draft> dropForeignKey(QualifiedName table, ForeignKey key);

    /**
     * Lets rows be found fast in which a column is not 0.
     *
     * @param marked the column, then the key in whose order they are looked for
     */
    Draft indexMarked(QualifiedName table, List<Identifier> marked, Identifier index);

    /** Drops such a column with its index, however much of that is there. */
    List<Draft> dropMarked(QualifiedName table, Column mark, Identifier index);
}
