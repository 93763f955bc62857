package dev.godwit.hazard;

import dev.godwit.change.Change;
import java.util.List;

/** One thing to know about changes. */
interface Rule {

    List<Finding> check(Change change, Situation situation);
}
