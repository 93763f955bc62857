package dev.godwit.ledger;

/** A ledger cannot be used; the message begins with the code of the problem. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LedgerProblem problem;

    public LedgerException(LedgerProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public LedgerProblem problem() {
        return problem;
    }
}
