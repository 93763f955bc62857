package dev.godwit.engine.execute;

import dev.godwit.engine.problem.ExecutionProblems;
import dev.godwit.engine.server.Jdbc;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import java.sql.SQLException;

/** Finds out whether a step took effect that an interrupted run had begun. */
final class Resumption implements Resume.Visitor<Boolean> {

    private final Session session;
    private final String version;
    private final Step step;

    Resumption(Session session, String version, Step step) {
        this.session = session;
        this.version = version;
        this.step = step;
    }

    /** @throws dev.godwit.engine.problem.EngineException when nothing tells */
    boolean tookEffect() {
        return step.resume().accept(this);
    }

    /** What was not committed with its journal row did not take effect. */
    @Override
    public Boolean transactional(Resume.Transactional resume) {
        return false;
    }

    @Override
    public Boolean idempotent(Resume.Idempotent resume) {
        return false;
    }

    @Override
    public Boolean observable(Resume.Observable resume) {
        try {
            return Jdbc.test(session.connection(), resume.doneWhen());
        } catch (SQLException e) {
            throw ExecutionProblems.resumeQueryFailed(version, resume.doneWhen(), e);
        }
    }

    /** Where it ended stands in the journal. */
    @Override
    public Boolean batched(Resume.Batched resume) {
        return false;
    }

    @Override
    public Boolean undeclared(Resume.Undeclared resume) {
        throw ExecutionProblems.undeclared(version, step.description());
    }
}
