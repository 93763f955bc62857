package dev.godwit.ledger;

import java.util.List;

/**
 * What is wrong with a ledger or with the order of migrations.
 *
 * @param code stable, such as {@code GW2003}
 * @param text what is wrong, where, and what to do next, without the code
 * @param links the migrations that it is about, where it is about their order
 */
public record LedgerProblem(String code, String text, List<Link> links) {

    public LedgerProblem {
        links = List.copyOf(links);
    }

    static final String VERSION_TWICE = "GW2011";

    LedgerProblem(String code, String text) {
        this(code, text, List.of());
    }

    /** Whether two migrations have one version, rather than one place in the chain. */
    public boolean isVersionTwice() {
        return code.equals(VERSION_TWICE);
    }

    LedgerProblem about(List<Link> migrations) {
        return new LedgerProblem(code, text, migrations);
    }

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
