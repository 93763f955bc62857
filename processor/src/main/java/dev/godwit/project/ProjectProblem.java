package dev.godwit.project;

/**
 * What keeps a project's committed files from holding together.
 *
 * @param code stable, such as {@code GW2611}
 * @param text what is wrong, where, and what to do next, without the code
 */
public record ProjectProblem(String code, String text) {

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
