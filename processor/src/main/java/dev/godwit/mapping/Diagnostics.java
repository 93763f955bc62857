package dev.godwit.mapping;

import dev.godwit.mapping.read.Place;

/** Where messages about a model go. */
@FunctionalInterface
public interface Diagnostics {

    void report(Message message, Place place);
}
