package dev.godwit.engine;

import java.sql.Connection;

/** What an application does around a run: a backup before it, grants to its own role after it. */
@FunctionalInterface
public interface Hook {

    /** A class and no lambda, as all that a start with nothing to do comes by: it is there sooner. */
    Hook NOTHING = new Hook() {
        @Override
        public void run(Connection connection) {}
    };

    /**
     * Runs on the working connection, which commits by itself.
     *
     * @throws Exception whatever stops the run
     */
    void run(Connection connection) throws Exception;
}
