package dev.godwit.command;

import dev.godwit.engine.Answer;
import dev.godwit.engine.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says whether the step took effect inside which a run was interrupted, when nothing else tells. */
public final class Repair {

    private Repair() {}

    /** @param answer what somebody saw who looked at the database; empty: the question is asked, and nothing changed */
    public static Report run(Deployment deployment, Optional<Answer> answer) {
        return answer.map(given -> answered(deployment, given)).orElseGet(() -> asked(deployment));
    }

    private static Report asked(Deployment deployment) {
        Optional<String> step = deployment.with(Engine::interruptedStep);
        return Report.of(
                step.map(Repair::question).orElse(List.of("No run was interrupted inside a step: nothing to answer.")),
                step.map(what -> new Facts().add("step", what))
                        .orElseGet(Facts::new)
                        .map());
    }

    private static List<String> question(String step) {
        return List.of(
                "A run was interrupted inside [%s].".formatted(step),
                "Where the step tells by itself whether it took effect, migrate goes on without an answer. Where migrate"
                        + " stops with GW3051, look at the database:",
                "  it took effect: -Dgodwit.answer=done, and migrate goes on behind it",
                "  it did not, not even in part: -Dgodwit.answer=undone, and migrate executes it again",
                "If it took effect in part, undo or finish that part by hand before you answer.");
    }

    private static Report answered(Deployment deployment, Answer answer) {
        String step = deployment.with(engine -> engine.repair(answer));
        String word = answer.name().toLowerCase(Locale.ROOT);
        return Report.of(
                List.of("Noted as %s: %s. Next: migrate goes on from there.".formatted(word, step)),
                new Facts().add("answer", word).add("step", step).map());
    }
}
