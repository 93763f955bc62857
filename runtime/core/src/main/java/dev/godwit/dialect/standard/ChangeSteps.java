package dev.godwit.dialect.standard;

import dev.godwit.change.Change;
import java.util.List;

/** The steps of changes, asked for in the order of the migration. */
public interface ChangeSteps extends Change.Visitor<Drafts> {

    /** What has to be done before the first change, asked for after the last one. */
    List<Draft> beginning();

    /** What is left to do when no change follows. */
    List<Draft> ending();
}
