package dev.godwit.project;

/** A project's files cannot be changed as asked; the message begins with a code, and no file has changed. */
public final class ProjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProjectProblem problem;

    ProjectException(ProjectProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    ProjectException(ProjectProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public ProjectProblem problem() {
        return problem;
    }
}
