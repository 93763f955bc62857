package dev.godwit.source;

import java.util.Optional;

/**
 * The text of {@code PendingMigration.java}: the migration that the entities still need, to be read and never compiled.
 */
public final class PendingSource {

    /** The file's name; it lies in the package of the migrations. */
    public static final String FILE = "PendingMigration.java";

    private static final String MARK = "// Pending for snapshot ";

    private PendingSource() {}

    /** What ties a pending migration to the snapshot and the model that it was made from: a hash of each. */
    public record Basis(String snapshot, String model) {

        String firstLine() {
            return MARK + snapshot + " and model " + model;
        }
    }

    /** The text where a migration is pending. */
    public static String of(Basis basis, String source) {
        return basis.firstLine()
                + "\n// Take it over with: mvn godwit:accept -Dgodwit.name=\"…\" -Dgodwit.why=\"…\"\n\n"
                + source;
    }

    /** The text where nothing is pending. */
    public static String nothing(Basis basis) {
        return basis.firstLine() + "\n// Nothing is pending: the entities and the snapshot say the same.\n";
    }

    /** What a text was made from; empty when it is no pending migration. */
    public static Optional<Basis> basis(String text) {
        String first = text.lines().findFirst().orElse("");
        String[] hashes =
                first.startsWith(MARK) ? first.substring(MARK.length()).split(" and model ") : new String[0];
        return hashes.length == 2 ? Optional.of(new Basis(hashes[0], hashes[1])) : Optional.empty();
    }
}
