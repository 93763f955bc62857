package dev.godwit.project.settings;

/**
 * A setting as a file states it.
 *
 * @param key full name, as Hibernate knows it
 * @param value without blanks around it
 * @param where the file, to be read in a message
 */
record Stated(String key, String value, String where) {}
