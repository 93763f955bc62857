package dev.godwit.command;

import dev.godwit.engine.Answer;
import java.util.List;
import java.util.Locale;

/** Says whether the step took effect inside which a run was interrupted, when nothing else tells. */
public final class Repair {

    private Repair() {}

    /** @param answer what somebody saw who looked at the database */
    public static Report run(Deployment deployment, Answer answer) {
        String step = deployment.with(engine -> engine.repair(answer));
        String word = answer.name().toLowerCase(Locale.ROOT);
        return Report.of(
                List.of("Noted as %s: %s. Next: migrate goes on from there.".formatted(word, step)),
                new Facts().add("answer", word).add("step", step).map());
    }
}
