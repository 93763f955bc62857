package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Draft;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import java.util.List;

/** Triggers that keep the tables of a hierarchy in step between expand and contract, as one database has them. */
public interface HierarchyTriggers {

    /**
     * What would keep {@link #create} from being executed, and triggers of others that it would break.
     *
     * @throws dev.godwit.dialect.DialectException when the database has no triggers where rows change
     */
    List<Guard> guards(Hierarchy hierarchy);

    /** From here on no write of one side leaves the other one as it was. */
    List<Draft> create(Hierarchy hierarchy);

    /** Ends it, however much of {@link #create} took effect. */
    List<Draft> drop(Hierarchy hierarchy);

    /** Tells when the version last wrote that is to go. */
    Watch watch(Hierarchy hierarchy);

    /** The words for it. */
    HierarchyWords words(Hierarchy hierarchy);

    /** How a fill locks the rows of owners before it looks at parts. */
    String lock();

    /** A condition of a fill that keeps it from firing what follows a writer. */
    String quietly(Hierarchy hierarchy);
}
