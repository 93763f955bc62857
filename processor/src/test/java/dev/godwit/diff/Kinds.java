package dev.godwit.diff;

import dev.godwit.change.Change;
import java.util.Set;

/** Kinds of changes that tests tell apart. */
final class Kinds {

    private static final Set<String> RENAMES = Set.of("RenameTable", "RenameColumn", "RenameSequence");
    private static final Set<String> LOSSES = Set.of("DropTable", "DropColumn", "DropSequence");

    private Kinds() {}

    static boolean isRename(Change change) {
        return RENAMES.contains(change.getClass().getSimpleName());
    }

    static boolean losesData(Change change) {
        return LOSSES.contains(change.getClass().getSimpleName());
    }
}
