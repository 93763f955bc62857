package dev.godwit.engine;

import dev.godwit.plan.StepGroup;
import java.util.List;

/** Finds the work on many rows that can be left for later. */
interface LaterRows {

    /** Leaves nothing. */
    LaterRows NONE = List::size;

    /** The index of the first group that goes over rows that are there; the number of groups where there is none. */
    int firstIn(List<StepGroup> groups);
}
