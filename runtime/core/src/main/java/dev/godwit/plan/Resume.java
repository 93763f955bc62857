package dev.godwit.plan;

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
     */
    record Observable(String doneWhen) implements Resume {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.observable(this);
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

        R undeclared(Undeclared resume);
    }
}
