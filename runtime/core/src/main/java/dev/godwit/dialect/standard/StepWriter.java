package dev.godwit.dialect.standard;

import dev.godwit.plan.Resume;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;

/** Makes steps of statements, according to whether DDL takes part in transactions. */
public interface StepWriter {

    /**
     * A step that changes definitions.
     *
     * @param resume how to find out whether it was executed, where DDL commits by itself
     */
    Draft ddl(String description, Work work, Cost cost, Resume resume);

    /** A step that changes rows of a table in use. */
    default Draft rows(String description, Work work, Cost cost) {
        return new Draft(step(description, work, cost, new Resume.Transactional()), Draft.Placement.OWN_TRANSACTION);
    }

    /** A step that goes over the rows of a table in use, batch by batch. */
    default Draft batches(String description, Work work, Cost cost) {
        return new Draft(step(description, work, cost, new Resume.Batched()), Draft.Placement.NO_TRANSACTION);
    }

    default Draft ddl(String description, String sql, Cost cost, Resume resume) {
        return ddl(description, new Work.Sql(sql), cost, resume);
    }

    default Draft rows(String description, String sql, Cost cost) {
        return rows(description, new Work.Sql(sql), cost);
    }

    private static Step step(String description, Work work, Cost cost, Resume resume) {
        return new Step(description, work, resume, cost.hazard(), cost.lock(), cost.copied());
    }

    /** For databases where DDL takes part in transactions. */
    record Transactional() implements StepWriter {
        @Override
        public Draft ddl(String description, Work work, Cost cost, Resume resume) {
            return new Draft(step(description, work, cost, new Resume.Transactional()), Draft.Placement.TOGETHER);
        }
    }

    /** For databases where each DDL statement commits by itself. */
    record Committing() implements StepWriter {
        @Override
        public Draft ddl(String description, Work work, Cost cost, Resume resume) {
            return new Draft(step(description, work, cost, resume), Draft.Placement.NO_TRANSACTION);
        }
    }
}
