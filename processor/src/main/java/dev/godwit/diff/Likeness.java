package dev.godwit.diff;

import dev.godwit.schema.Column;
import dev.godwit.schema.Table;

/** Whether what comes could be what goes, under another name. It is asked, never assumed. */
final class Likeness {

    private Likeness() {}

    /** Values of the one fit into the other. */
    static boolean of(Column going, Column coming) {
        return TypeChange.between(going.type(), coming.type()) == TypeChange.FITS;
    }

    /** Half of the columns or more have the same name. */
    static boolean of(Table going, Table coming) {
        long shared = going.columns().keySet().stream()
                .filter(coming.columns()::containsKey)
                .count();
        return 2 * shared >= Math.max(going.columns().size(), coming.columns().size());
    }
}
