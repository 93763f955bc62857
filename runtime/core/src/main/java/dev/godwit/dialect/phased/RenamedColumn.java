package dev.godwit.dialect.phased;

import dev.godwit.change.RenameColumn;
import dev.godwit.dialect.standard.ColumnDifference;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A column under its old and its new name.
 *
 * @param column as it stands under the old name
 * @param twin the column under the new name, in a form that no writer can fall foul of: what the old one forbids is
 *     forbidden, since the two are in step
 */
public record RenamedColumn(QualifiedName table, Column column, Column twin) {

    /** @throws dev.godwit.dialect.DialectException {@code GW3150} when no two columns can say the same */
    public static RenamedColumn of(Site site, RenameColumn change) {
        Column column =
                site.progress().table(change.table()).column(change.from()).orElseThrow();
        if (column.generatedAs().isPresent()) {
            throw PhasedRefusals.cannot(
                    "column %s.%s is renamed".formatted(change.table(), change.from()),
                    "the database computes its values, which no version of the application can write under another name");
        }
        Optional<String> start = Side.of(column, "").unstated().filter(value -> !value.equals("null"));
        Column twin = new ColumnDifference(column, column, site.definitions())
                .unchecked(column, change.to())
                .withDefault(start)
                .withCollation(column.collation());
        return new RenamedColumn(change.table(), column, twin);
    }

    /** Both names in step. */
    public Twins twins(Site site) {
        return twins(site, Optional.empty());
    }

    /**
     * Both names in step.
     *
     * @param standIn what the old column holds in a new row whose writer does not name it, where that is not its default
     */
    public Twins twins(Site site, Optional<String> standIn) {
        Side old = new Side(
                column,
                site.quote(twin.name()),
                standIn.or(() -> Side.of(column, "").unstated()));
        Side fresh = new Side(
                twin.withType(column.type()),
                site.quote(column.name()),
                Optional.of(twin.defaultSql().orElse("null")));
        return new Twins(table, List.of(old), List.of(fresh), true);
    }
}
