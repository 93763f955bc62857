package dev.godwit.command;

import dev.godwit.engine.report.CopyReport;
import dev.godwit.engine.report.CopyReport.Copied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings a database to the point of the chain where another one is, and copies the rows. */
public final class Copy {

    private Copy() {}

    /**
     * @param from the database that the rows come from
     * @param overwrite whether rows that are there already are deleted
     */
    public static Report run(Deployment deployment, Database from, boolean overwrite) {
        return report(deployment.with((engine, drivers) -> engine.copy(drivers.apply(from), overwrite)));
    }

    private static Report report(CopyReport copy) {
        List<String> lines = new ArrayList<>();
        copy.tables().forEach(table -> lines.add("  %s: %d rows".formatted(table.table(), table.rows())));
        lines.add(
                "%d rows of %d tables from %s to %s in %d ms, of which %d ms for comparing both sides: they are equal."
                        .formatted(
                                copy.rows(),
                                copy.tables().size(),
                                copy.from(),
                                copy.to(),
                                copy.took().toMillis(),
                                copy.compared().toMillis()));
        return Report.of(
                lines,
                new Facts()
                        .add("from", copy.from())
                        .add("to", copy.to())
                        .add("tables", copy.tables().stream().map(Copy::facts).toList())
                        .millis("tookMillis", copy.took())
                        .millis("comparedMillis", copy.compared())
                        .map());
    }

    private static Map<String, Object> facts(Copied table) {
        return new Facts().add("table", table.table()).add("rows", table.rows()).map();
    }
}
