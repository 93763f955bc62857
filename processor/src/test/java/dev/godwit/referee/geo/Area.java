package dev.godwit.referee.geo;

import java.io.Serializable;

/** A polygon as well-known text. */
public record Area(String polygon) implements Serializable {}
