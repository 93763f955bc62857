package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Draft;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import java.util.List;

/** Triggers that keep rows of two tables in step between expand and contract, as one database has them. */
public interface MoveTriggers {

    /**
     * What would keep {@link #create} from being executed, and triggers of others that it would break.
     *
     * @throws dev.godwit.dialect.DialectException when the database has no triggers where rows change
     */
    List<Guard> guards(TableMove move);

    /** From here on no write of one side leaves the other one as it was. */
    List<Draft> create(TableMove move);

    /** Ends it, however much of {@link #create} took effect. */
    List<Draft> drop(TableMove move);

    /** Tells when the version last wrote that is to go. */
    Watch watch(TableMove move);

    /** The words for it. */
    MoveWords words(TableMove move);

    /** How a fill locks the rows of owners before it looks at parts. */
    String lock();

    /** A condition of a fill that keeps it from firing what follows a writer. */
    String quietly(TableMove move);
}
