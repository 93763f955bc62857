package dev.godwit.engine.report;

/**
 * A migration of which a part is held back.
 *
 * @param why it is held back
 * @param release what releases it
 */
public record OpenPhase(String version, String description, MigrationState state, String why, String release) {

    /** The same with something more about it. */
    public OpenPhase and(String more) {
        return new OpenPhase(version, description, state, why + "; " + more, release);
    }

    /** One sentence for people. */
    public String text() {
        return "%s %s is held back (%s): %s. Released by: %s."
                .formatted(version, description, state.text(), why, release);
    }
}
