package dev.godwit.engine.repeat;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropTable;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameTable;
import dev.godwit.change.RunSql;
import dev.godwit.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables that changes alter in a way which a database refuses, or which breaks a view, while one reads them. */
final class AlteredTables {

    private AlteredTables() {}

    static Set<QualifiedName> of(List<Change> changes) {
        Set<QualifiedName> tables = new HashSet<>();
        for (Change change : changes) {
            altered(change).ifPresent(tables::add);
            if (change instanceof RunSql sql) {
                tables.addAll(of(sql.effect().orElse(List.of())));
            }
        }
        return tables;
    }

    /** Few kinds of change alter what a view reads; what is only added, it does not see. */
    private static Optional<QualifiedName> altered(Change change) {
        if (change instanceof AlterColumn alter) {
            return Optional.of(alter.table());
        }
        if (change instanceof DropColumn drop) {
            return Optional.of(drop.table());
        }
        if (change instanceof RenameColumn rename) {
            return Optional.of(rename.table());
        }
        if (change instanceof RenameTable rename) {
            return Optional.of(rename.from());
        }
        return change instanceof DropTable drop ? Optional.of(drop.table()) : Optional.empty();
    }
}
