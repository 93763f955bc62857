package dev.godwit.engine.chains;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one version keeps what belongs together: in one table, or in one and in others whose rows belong to its rows. */
interface Shape {

    String KIND = "kind";

    /** The table whose rows are there by themselves. */
    String owner();

    /** All tables, the owner's first. */
    List<String> tables();

    /** What rows say beside their columns. */
    default Set<String> beside() {
        return Set.of();
    }

    /** Rows that come, change and go; what was written is found again. */
    void write(Writing writing) throws SQLException;

    /** What each row says, by its number and the name for both versions; several values where it has any of them. */
    Map<Integer, Map<String, Set<String>>> rows(Content content, Version version) throws SQLException;

    /** This one, of a table or column of another name. */
    Shape renamed(String from, String to);
}
