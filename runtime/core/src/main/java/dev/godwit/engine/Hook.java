package dev.godwit.engine;

import java.sql.Connection;

/** What an application does around a run: a backup before it, grants to its own role after it. */
@FunctionalInterface
public interface Hook {

    Hook NOTHING = connection -> {};

    /**
     * Runs on the working connection, which commits by itself.
     *
     * @throws Exception whatever stops the run
     */
    void run(Connection connection) throws Exception;
}
