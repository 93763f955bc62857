package dev.godwit.project;

import dev.godwit.data.ReferenceData;
import dev.godwit.ledger.DataLine;
import dev.godwit.ledger.Ledger;
import dev.godwit.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/** The ledger's lines about rows that belong to the schema: they make two branches that change the same rows meet. */
public final class DataSeal {

    private DataSeal() {}

    static List<DataLine> lines(ReferenceData data) {
        return data.tables().entrySet().stream()
                .map(table ->
                        new DataLine(table.getKey().toString(), table.getValue().hash()))
                .toList();
    }

    /** What is wrong where the ledger's lines are not those of the snapshot's rows. */
    public static Optional<ProjectProblem> problem(Ledger ledger, Snapshot snapshot) {
        return ledger.data().equals(lines(snapshot.data()))
                ? Optional.empty()
                : Optional.of(ProjectMessages.dataLinesDiffer());
    }
}
