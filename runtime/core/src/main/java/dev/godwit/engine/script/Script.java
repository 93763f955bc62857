package dev.godwit.engine.script;

import dev.godwit.dialect.Dialect;
import dev.godwit.engine.execute.Outcome;
import dev.godwit.engine.execute.StepFingerprint;
import dev.godwit.engine.execute.Task;
import dev.godwit.engine.report.ScriptReport;
import dev.godwit.engine.script.ScriptGroup.ScriptGuard;
import dev.godwit.engine.store.Names;
import dev.godwit.plan.Step;
import dev.godwit.plan.StepGroup;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A script while it is written: one migration after another, until one cannot be written as SQL. */
public final class Script {

    private final Dialect dialect;
    private final ScriptForm form;
    private final Bookkeeping books;
    private final List<String> statements = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();
    private Optional<String> end = Optional.empty();

    /**
     * @param tables the statements that create what is missing of Godwit's own tables
     * @param schema where unqualified names belong, as the catalog has it; empty: where the connection says
     */
    public Script(Names names, List<String> tables, Optional<String> schema, Dialect dialect) {
        this.dialect = dialect;
        this.form = ScriptForm.of(dialect.kind());
        this.books = new Bookkeeping(names, dialect, UUID.randomUUID().toString(), form.now());
        statements.add("-- For %s, written by Godwit. %s".formatted(dialect.description(), form.explanation()));
        schema.ifPresent(name -> statements.add(form.enter(dialect.quote(new Identifier(name, true)))));
        statements.addAll(tables);
        statements.add(books.slot());
    }

    /** Whether something could not be written, so that nothing may follow. */
    public boolean hasEnded() {
        return end.isPresent();
    }

    /** Writes a migration that goes forward. */
    public void add(Task task) {
        if (!(task.outcome() instanceof Outcome.Inserted)) {
            end(ScriptNotes.notNew(task.version()));
            return;
        }
        if (task.decisions().isToRecord()) {
            end(ScriptNotes.retires(task.version()));
            return;
        }
        statements.add("-- %s %s".formatted(task.version(), task.description()));
        List<StepGroup> groups = task.plan().groups();
        for (int i = 0; i < Math.max(1, groups.size()); i++) {
            Optional<ScriptGroup> group = group(task, groups, i);
            if (group.isEmpty()) {
                return;
            }
            statements.addAll(form.group(group.get(), books));
        }
        versions.add(task.version());
    }

    /** A migration that does nothing has one group without a step. Empty, with a note, where only Java can do it. */
    private Optional<ScriptGroup> group(Task task, List<StepGroup> groups, int index) {
        List<Step> steps = groups.isEmpty() ? List.of() : groups.get(index).steps();
        List<ScriptStatement> written = new ArrayList<>();
        for (Step step : steps) {
            Optional<ScriptStatement> statement = ScriptStatement.of(step.work(), dialect);
            if (statement.isEmpty()) {
                end(ScriptNotes.java(task.version(), step.description()));
                return Optional.empty();
            }
            written.add(statement.get());
        }
        boolean first = index == 0;
        boolean last = index >= groups.size() - 1;
        return Optional.of(new ScriptGroup(
                task.version(),
                index + 1,
                groups.isEmpty() || groups.get(index).transactional(),
                written,
                StepFingerprint.of(steps),
                steps.stream().map(Step::description).collect(Collectors.joining("; ")),
                first
                        ? task.plan().guards().stream()
                                .filter(guard -> guard.trial().isEmpty())
                                .map(guard -> new ScriptGuard(guard.query(), guard.refusal()))
                                .toList()
                        : List.of(),
                task.entry().after().map(Object::toString),
                last && task.outcome() instanceof Outcome.Inserted inserted
                        ? Optional.of(inserted.row())
                        : Optional.empty()));
    }

    private void end(String note) {
        end = Optional.of(note);
        statements.add("-- " + note);
    }

    public ScriptReport report() {
        return new ScriptReport(dialect.description(), statements, versions, end);
    }
}
