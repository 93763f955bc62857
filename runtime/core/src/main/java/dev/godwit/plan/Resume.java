package dev.godwit.plan;

import java.util.Optional;

/** How a rerun finds out whether an interrupted run has executed a step. */
public sealed interface Resume {

    <R> R accept(Visitor<R> visitor);

    /** The step commits or rolls back with its journal row. */
    record Transactional() implements Resume {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.transactional(this);
        }
    }

    /** The step may simply run again. */
    record Idempotent() implements Resume {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.idempotent(this);
        }
    }

    /**
     * A query tells.
     *
     * @param doneWhen its first column is true once the step has taken effect
     * @param cleanUp a statement, harmless when there is nothing to do, that removes what a failed or interrupted attempt
     *     may have left behind; to be executed before the step is tried again
     */
    record Observable(String doneWhen, Optional<String> cleanUp) implements Resume {

        public Observable(String doneWhen) {
            this(doneWhen, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.observable(this);
        }
    }

    /** The step goes over rows batch by batch, and each batch commits with the place where it ends. */
    record Batched() implements Resume {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.batched(this);
        }
    }

    /** Nothing tells: an interruption inside is an honest stop. */
    record Undeclared() implements Resume {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.undeclared(this);
        }
    }

    /** One method per way. */
    interface Visitor<R> {
        R transactional(Transactional resume);

        R idempotent(Idempotent resume);

        R observable(Observable resume);

        R batched(Batched resume);

        R undeclared(Undeclared resume);
    }
}
