package dev.godwit.dialect.mysql;

import dev.godwit.change.Change;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Foreign keys that are away while their columns change their type: the server refuses to change a column of a foreign
 * key, and the two sides change one after the other.
 */
final class SuspendedKeys {

    private record Suspended(QualifiedName table, Identifier key) {}

    private final Site site;
    private final MysqlKeySteps keys;
    private final Set<Suspended> away = new LinkedHashSet<>();

    SuspendedKeys(Site site, MysqlKeySteps keys) {
        this.site = site;
        this.keys = keys;
    }

    /** Takes away the foreign keys from the column and to it. */
    List<Draft> suspend(QualifiedName name, Identifier column) {
        List<Draft> steps = new ArrayList<>();
        for (Table table : site.progress().schema().tables().values()) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean from = table.name().equals(name) && key.columns().contains(column);
                boolean to = key.referencedTable().equals(name)
                        && key.referencedColumns().contains(column);
                if ((from || to) && away.add(new Suspended(table.name(), key.name()))) {
                    steps.add(keys.suspend(table.name(), key));
                }
            }
        }
        return steps;
    }

    /** Brings back the foreign keys whose two sides agree again once the change is done. */
    List<Draft> resume(Change change) {
        Schema after = change.apply(site.progress().schema());
        List<Draft> steps = new ArrayList<>();
        for (Suspended suspended : List.copyOf(away)) {
            after.table(suspended.table())
                    .flatMap(table -> table.foreignKey(suspended.key())
                            .filter(key -> KeyTypes.agree(site.dialect(), after, table, key)))
                    .ifPresent(key -> {
                        away.remove(suspended);
                        steps.add(keys.addPlain(suspended.table(), key));
                    });
        }
        return steps;
    }

    /** Brings back what is left: the server will say what is wrong with it. */
    List<Draft> resumeAll() {
        List<Draft> steps = new ArrayList<>();
        for (Suspended suspended : away) {
            site.progress()
                    .schema()
                    .table(suspended.table())
                    .flatMap(table -> table.foreignKey(suspended.key()))
                    .ifPresent(key -> steps.add(keys.addPlain(suspended.table(), key)));
        }
        away.clear();
        return steps;
    }
}
