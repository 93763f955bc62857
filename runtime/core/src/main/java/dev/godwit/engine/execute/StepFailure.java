package dev.godwit.engine.execute;

import dev.godwit.plan.Step;
import java.sql.SQLException;

/** The database refused a step; carries which one to where it is decided what follows. */
final class StepFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final SQLException error;

    StepFailure(Step step, SQLException error) {
        super(error);
        this.step = step;
        this.error = error;
    }

    Step step() {
        return step;
    }

    SQLException error() {
        return error;
    }
}
