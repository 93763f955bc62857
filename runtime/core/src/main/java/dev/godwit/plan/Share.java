package dev.godwit.plan;

import dev.godwit.change.Change;
import java.util.List;

/**
 * What of a plan comes of one change.
 *
 * @param steps those of {@code expand}
 * @param phased whether the change is taken apart: then {@code contract} finishes it, and {@code abandon} alone takes it
 *     back; otherwise its inverse does
 */
public record Share(Change change, List<Step> steps, boolean phased) {

    public Share {
        steps = List.copyOf(steps);
    }
}
