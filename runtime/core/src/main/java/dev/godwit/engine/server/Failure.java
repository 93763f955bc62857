package dev.godwit.engine.server;

/** What an error of a database means for a run. */
public enum Failure {
    /** Somebody else held a lock for too long, or the server chose this transaction to end a deadlock. */
    LOCK_WAIT,
    /** Nothing more can be said to the server; what ran may or may not have taken effect. */
    CONNECTION_LOST,
    /** User or password were refused. */
    NOT_LET_IN,
    /** There is no such database or schema. */
    NO_DATABASE,
    /** Another process has the database file open. */
    FILE_IN_USE,
    /** The user lacks a privilege. */
    NOT_ALLOWED,
    /** The database, or the user's session, takes no changes. */
    READ_ONLY,
    /** There is no room left. */
    FULL,
    /** A table that was named is not there. */
    NO_TABLE,
    /** A column that was named is not there. */
    NO_COLUMN,
    /** A statement ran into its time limit or was cancelled. */
    CANCELLED,
    /** Anything else: a matter of the statement. */
    STATEMENT
}
