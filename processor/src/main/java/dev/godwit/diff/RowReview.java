package dev.godwit.diff;

import dev.godwit.data.DataProblem;
import dev.godwit.data.ReferenceData;
import dev.godwit.data.TableRows;
import dev.godwit.data.TypedData;
import dev.godwit.diff.Finding.Severity;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person should know about declared rows. */
final class RowReview {

    private RowReview() {}

    /**
     * @param have the rows that belong to the schema so far
     * @param wanted as the files declare them
     */
    static List<Finding> findings(ReferenceData have, TypedData wanted) {
        List<Finding> findings = new ArrayList<>();
        for (DataProblem problem : wanted.problems()) {
            findings.add(DiffMessages.unusableRows(problem));
        }
        have.tables()
                .forEach((name, rows) -> wanted.data()
                        .table(name)
                        .ifPresentOrElse(
                                other -> keyChanged(name, rows, other).ifPresent(findings::add),
                                () -> findings.add(
                                        DiffMessages.rowsGone(name, rows.rows().size()))));
        return findings;
    }

    private static Optional<Finding> keyChanged(QualifiedName table, TableRows have, TableRows wanted) {
        return have.key().equals(wanted.key())
                ? Optional.empty()
                : Optional.of(DiffMessages.rowKeyChanged(table, have.key(), wanted.key()));
    }

    /** Whether the rows cannot be compared before something is resolved. */
    static boolean stops(ReferenceData have, TypedData wanted) {
        return findings(have, wanted).stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
