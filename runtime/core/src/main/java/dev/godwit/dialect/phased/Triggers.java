package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Draft;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import java.util.List;

/** What keeps two sides of a table in step, written for one database. */
public interface Triggers {

    /** What would keep {@link #create} from being executed, and triggers of others that it would break. */
    List<Guard> guards(Twins twins);

    /** Starts to keep both sides in step: from here on no write leaves them apart. */
    List<Draft> create(Twins twins);

    /** Ends it, when nothing writes the old side any more. */
    List<Draft> drop(Twins twins);

    /** Ends it, however much of {@link #create} took effect. */
    List<Draft> dropIfThere(Twins twins);

    /** Tells when the old side was last written. */
    Watch watch(Twins twins);

    /** How the database says that two values differ. */
    Difference difference();
}
