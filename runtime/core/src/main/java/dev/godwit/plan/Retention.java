package dev.godwit.plan;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the rows that a migration drops, and which dropped ones it finds: the part of a plan that depends on
 * the database. Asked while a plan is made; the same question gets the same answer until the migration has ended.
 */
public interface Retention {

    /** Nothing is kept and nothing is found: what is dropped is gone. */
    Retention NONE = new Retention() {
        @Override
        public Optional<Identifier> retire(Table table, Optional<QualifiedName> live) {
            return Optional.empty();
        }

        @Override
        public Optional<Identifier> retire(QualifiedName table, Column column, Optional<QualifiedName> live) {
            return Optional.empty();
        }

        @Override
        public Optional<Identifier> kept(Table table) {
            return Optional.empty();
        }

        @Override
        public Optional<Identifier> kept(QualifiedName table, Column column, QualifiedName live) {
            return Optional.empty();
        }

        @Override
        public Identifier backup(QualifiedName table) {
            return KeptNames.of("backup|" + table, table.name());
        }

        @Override
        public Optional<Identifier> retire(Sequence sequence) {
            return Optional.empty();
        }

        @Override
        public Optional<Identifier> kept(Sequence sequence) {
            return Optional.empty();
        }

        @Override
        public Identifier retired(QualifiedName type) {
            throw new IllegalStateException("Nothing is retired.");
        }

        @Override
        public Identifier kept(QualifiedName type) {
            throw new IllegalStateException("Nothing is kept.");
        }

        @Override
        public Optional<ValueStore> replace(
                QualifiedName table, Column column, List<Identifier> key, Optional<QualifiedName> live) {
            return Optional.empty();
        }

        @Override
        public List<ValueStore> replaced() {
            return List.of();
        }

        @Override
        public boolean restores(ValueStore store, Column column, List<Identifier> key) {
            return false;
        }

        @Override
        public void putOff(QualifiedName kept) {}

        @Override
        public boolean isWayBack() {
            return false;
        }

        @Override
        public boolean leavesUnvalidated() {
            return false;
        }
    };

    /**
     * Under which name to keep a table that is to be dropped; empty: it has no rows worth keeping.
     *
     * @param live the table's name before the migration; empty where the migration itself may have changed the rows
     */
    Optional<Identifier> retire(Table table, Optional<QualifiedName> live);

    /**
     * Under which name to keep a column that is to be dropped; empty: it has no values worth keeping.
     *
     * @param live the table's name before the migration; empty where the migration itself may have changed the rows
     */
    Optional<Identifier> retire(QualifiedName table, Column column, Optional<QualifiedName> live);

    /** Under which name to keep a sequence that is to be dropped; empty: it has given no number yet. */
    Optional<Identifier> retire(Sequence sequence);

    /** Under which name a sequence is kept that is to be created as it was; empty: it is not. */
    Optional<Identifier> kept(Sequence sequence);

    /** Under which name a table is kept that is to be created as it was; empty: it is not. */
    Optional<Identifier> kept(Table table);

    /**
     * Under which name a column is kept that is to be added as it was; empty: it is not.
     *
     * @param live the table's name before the migration
     */
    Optional<Identifier> kept(QualifiedName table, Column column, QualifiedName live);

    /** The reserved name of the copy of a table that the migration makes, or has made where it is taken back. */
    Identifier backup(QualifiedName table);

    /** The reserved name of a type that only kept things use. */
    Identifier retired(QualifiedName type);

    /** The reserved name that {@link #retired(QualifiedName)} has given to a type. */
    Identifier kept(QualifiedName type);

    /**
     * Where to keep the values that the migration is about to replace in a column; empty: there are none worth keeping.
     *
     * @param table under its name before the migration
     * @param column under its name before the migration, with the type that it has then
     * @param key the names that the primary key's columns have before the migration
     * @param live the table's name before the migration; empty where the migration itself may have changed the rows
     */
    Optional<ValueStore> replace(
            QualifiedName table, Column column, List<Identifier> key, Optional<QualifiedName> live);

    /** Where the migration has kept values that it replaced when it last went the other way. */
    List<ValueStore> replaced();

    /** Whether kept values are to be put back into a column, given what it and its table's key will be. */
    boolean restores(ValueStore store, Column column, List<Identifier> key);

    /** Says that what is kept under a name stays there until contract, though it is brought back. */
    void putOff(QualifiedName kept);

    /** Whether the migration is being taken back: then rows that are in the way are found before anything is executed. */
    boolean isWayBack();

    /**
     * Whether constraints that come back need not hold for the rows that are there, on databases that know such
     * constraints.
     */
    boolean leavesUnvalidated();
}
