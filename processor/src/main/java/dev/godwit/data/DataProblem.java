package dev.godwit.data;

import dev.godwit.schema.QualifiedName;

/**
 * What keeps declared rows from being used.
 *
 * @param code stable, such as {@code GW2701}
 * @param text what is wrong, where, and what to do next, without the code
 * @param table the table that the file is named after
 */
public record DataProblem(String code, String text, QualifiedName table) {}
