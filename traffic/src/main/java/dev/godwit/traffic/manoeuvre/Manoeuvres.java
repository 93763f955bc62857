package dev.godwit.traffic.manoeuvre;

import java.util.List;

/** All manoeuvres. */
public final class Manoeuvres {

    private Manoeuvres() {}

    public static List<Manoeuvre> all() {
        return List.of(
                AddColumn.manoeuvre(),
                DrawKeys.manoeuvre(),
                RenameColumn.manoeuvre(),
                RenameTable.manoeuvre(),
                WidenType.manoeuvre(),
                WidenKey.manoeuvre(),
                ConvertType.manoeuvre(),
                RenameEnumValue.manoeuvre(),
                RequireValue.manoeuvre(),
                RequiredColumn.manoeuvre(),
                SplitColumn.manoeuvre(),
                MergeColumns.manoeuvre(),
                SplitByCode.manoeuvre(),
                SplitTable.manoeuvre(),
                ChangeInheritance.toSingleTable(),
                ChangeInheritance.toJoined(),
                ToCollection.set(),
                ToCollection.bag(),
                MoveColumn.manoeuvre(),
                Embeddable.manoeuvre(),
                AddKeys.manoeuvre(),
                DropColumn.manoeuvre());
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public static Manoeuvre named(String name) {
        return all().stream()
                .filter(manoeuvre -> manoeuvre.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No manoeuvre %s among %s".formatted(name, all())));
    }
}
