package dev.godwit.engine.store;

import dev.godwit.engine.event.Direction;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A table or column that a migration dropped, or values that it replaced, and that is kept, so that its way back can restore it.
 *
 * @param name reserved, as {@link dev.godwit.plan.KeptNames} makes it: what the thing is called in the database now
 * @param version of the migration that dropped it
 * @param direction in which the migration dropped it
 * @param table its own name, or the name of the table that it stands in, when it was dropped
 * @param column its own name; empty for a table
 * @param definition fingerprint of what it was
 * @param bytes what it takes up in the database, as far as the server's statistics tell
 * @param at when it was dropped or purged, by the clock of the machine that did it
 * @param run which run did it
 */
public record RetainedRow(
        String name,
        String version,
        Direction direction,
        Kind kind,
        QualifiedName table,
        Optional<Identifier> column,
        String definition,
        State state,
        OptionalLong bytes,
        Instant at,
        String run) {

    /** What is kept. */
    public enum Kind {
        TABLE,
        COLUMN,
        SEQUENCE,
        /** The values that rows had in a column, in a table of their own. */
        VALUES,
        /** A copy of a table's rows, made before a migration. */
        BACKUP
    }

    /** How far it is. */
    public enum State {
        /** The migration that drops it is under way, and keeps it. */
        PLANNED,
        /** The migration that drops it is under way, and has found no rows to keep. */
        EMPTY,
        /** It is there, under its reserved name. */
        RETAINED,
        /** It was dropped for good. */
        PURGED
    }

    /** What it is called in the model, for people. */
    public String original() {
        String place = column.map(name -> table + "." + name).orElseGet(table::toString);
        return kind == Kind.VALUES ? "old values of " + place : place;
    }

    /** The reserved name. */
    public Identifier reserved() {
        return new Identifier(name, false);
    }

    /** Whether it is what a migration drops that goes this way. */
    public boolean isOf(String otherVersion, Direction otherDirection) {
        return version.equals(otherVersion) && direction == otherDirection;
    }

    /** Whether the migration that drops it is still under way. */
    public boolean isUnderWay() {
        return state == State.PLANNED || state == State.EMPTY;
    }

    public RetainedRow with(State other, Instant when, String byRun) {
        return new RetainedRow(name, version, direction, kind, table, column, definition, other, bytes, when, byRun);
    }

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
