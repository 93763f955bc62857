package dev.godwit.zoo;

/** Leads tests to this package. */
public final class Marker {

    private Marker() {}
}
