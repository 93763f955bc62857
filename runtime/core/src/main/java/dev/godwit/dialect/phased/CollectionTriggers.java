package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Draft;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import java.util.List;

/** Triggers that keep a value among the elements of its collection between expand and contract, as one database has them. */
public interface CollectionTriggers {

    /**
     * What would keep {@link #create} from being executed, and triggers of others that it would break.
     *
     * @throws dev.godwit.dialect.DialectException when the database has no triggers where rows change
     */
    List<Guard> guards(CollectionMove move);

    /** From here on no write of one side leaves the other one as it was. */
    List<Draft> create(CollectionMove move);

    /** What the new version needs beside that, when the rows that were there are in step. */
    List<Draft> complete(CollectionMove move);

    /** Ends it, however much of it took effect. */
    List<Draft> drop(CollectionMove move);

    /** Tells when the version last wrote that is to go. */
    Watch watch(CollectionMove move);

    /** The words for it. */
    CollectionWords words(CollectionMove move);

    /** How a fill locks the rows of owners before it looks at elements. */
    String lock();

    /** A condition of a fill that keeps it from firing what follows a writer. */
    String quietly(CollectionMove move);
}
