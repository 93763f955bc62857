package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Steps for contract, and what is asked before them. */
record PutOff(List<Draft> steps, List<Guard> guards) {

    /** What would be done at once. */
    static PutOff of(Site site, Supplier<Drafts> planned) {
        int asked = site.progress().guardCount();
        Drafts drafts = planned.get();
        List<Draft> steps = new ArrayList<>(drafts.now());
        steps.addAll(drafts.later());
        return new PutOff(steps, site.progress().takeGuards(asked));
    }
}
