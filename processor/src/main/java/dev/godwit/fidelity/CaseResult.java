package dev.godwit.fidelity;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.DialectException;
import dev.godwit.dialect.Dialects;
import dev.godwit.diff.Differ;
import dev.godwit.mapping.Message;
import dev.godwit.mapping.Message.Severity;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Model;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Step;
import dev.godwit.plan.Work;
import dev.godwit.schema.Schema;
import dev.godwit.snapshot.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of one case. */
final class CaseResult {

    private @Nullable Model model;
    private @Nullable String failure;
    private final List<String> messages = new ArrayList<>();

    void model(Model value) {
        model = value;
    }

    /** Empty where the case is refused. */
    Optional<Model> model() {
        return isRefused() ? Optional.empty() : Optional.ofNullable(model);
    }

    void report(Message message, Place place) {
        messages.add("%s %s [%s]"
                .formatted(
                        message.severity(),
                        message,
                        place.element().map(Object::toString).orElse("-")));
        if (message.severity() == Severity.ERROR && failure == null) {
            failure = message.toString();
        }
    }

    /** Notes a defect of the mapping itself. */
    void fail(RuntimeException e) {
        StringWriter text = new StringWriter();
        text.append("The mapping failed: ").append(String.valueOf(e)).append('\n');
        e.printStackTrace(new PrintWriter(text));
        failure = text.toString();
        model = null;
    }

    boolean isRefused() {
        return failure != null || model == null;
    }

    /** Writes the SQL for each database, or why there is none. */
    void write(Path folder, Options options) throws IOException {
        Files.write(folder.resolve("messages." + options.settings().naming().text() + ".txt"), messages);
        for (DatabaseKind kind : options.databases()) {
            Path sql = folder.resolve(options.prefix(kind) + ".sql");
            Path error = folder.resolve(options.prefix(kind) + ".error");
            Files.deleteIfExists(sql);
            Files.deleteIfExists(error);
            try {
                Optional<String> text = sql(kind, options);
                if (text.isPresent()) {
                    Files.writeString(sql, text.get());
                }
            } catch (DialectException e) {
                Files.writeString(error, e.getMessage());
            }
            if (failure != null) {
                Files.writeString(error, failure);
            }
        }
    }

    /** @throws DialectException if this database has not got what the model needs; another may have it */
    private Optional<String> sql(DatabaseKind kind, Options options) {
        if (model == null) {
            return Optional.empty();
        }
        try {
            Plan plan = Dialects.of(kind)
                    .plan(
                            Differ.between(Snapshot.empty(options.settings()), model)
                                    .up(),
                            () -> Schema.EMPTY);
            return Optional.of(plan.steps().stream()
                    .map(Step::work)
                    .filter(Work.Sql.class::isInstance)
                    .map(work -> ((Work.Sql) work).sql() + ";\n")
                    .collect(Collectors.joining()));
        } catch (DialectException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(e);
            return Optional.empty();
        }
    }
}
