package dev.godwit.dialect.phased;

import dev.godwit.dialect.standard.Draft;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Watch;
import java.util.List;

/** Triggers between expand and contract, as one database has them. */
public interface Triggers {

    /** What would keep {@link #create} from being executed, and triggers of others that it would break. */
    List<Guard> guards(Kept kept);

    /** From here on no write leaves undone what is to be seen to. */
    List<Draft> create(Kept kept);

    /** Ends it, when the version of the application is gone that it was for. */
    List<Draft> drop(Kept kept);

    /** Ends it, however much of {@link #create} took effect. */
    List<Draft> dropIfThere(Kept kept);

    /** Tells when the version last wrote that is to go. */
    Watch watch(Kept kept);

    /** The words for it. */
    Wording words(Kept kept);
}
