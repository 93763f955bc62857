package dev.godwit.introspect;

import java.util.List;

/** How keys are written in facts, the same for every product. */
public final class KeyText {

    private KeyText() {}

    static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    /**
     * A foreign key.
     *
     * @param onDelete what happens, in lower case
     * @param onUpdate what happens, in lower case
     */
    public static String foreignKey(Fact.Key key, String onDelete, String onUpdate) {
        return "%s references %s %s on delete %s on update %s"
                .formatted(list(key.columns()), key.target(), list(key.targetColumns()), onDelete, onUpdate);
    }
}
