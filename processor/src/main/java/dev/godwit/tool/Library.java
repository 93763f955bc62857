package dev.godwit.tool;

/** A dependency of a module, by its Maven coordinates. */
public record Library(String group, String name, String version) {}
