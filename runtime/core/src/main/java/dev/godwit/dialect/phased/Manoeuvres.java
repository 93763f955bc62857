package dev.godwit.dialect.phased;

import dev.godwit.change.RenameColumn;
import dev.godwit.dialect.standard.Drafts;

/** How a database takes changes apart that a running version of an application would not survive. */
public interface Manoeuvres {

    Drafts renameColumn(RenameColumn change);
}
