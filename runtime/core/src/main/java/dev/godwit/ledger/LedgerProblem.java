package dev.godwit.ledger;

/**
 * What is wrong with a ledger or with the order of migrations.
 *
 * @param code stable, such as {@code GW2003}
 * @param text what is wrong, where, and what to do next, without the code
 */
public record LedgerProblem(String code, String text) {

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
