package dev.godwit.dialect.phased;

/** How a database says that two values differ, NULL being a value like others. */
@FunctionalInterface
public interface Difference {

    /**
     * A condition.
     *
     * @param side the column whose type the values have
     */
    String of(Side side, String left, String right);
}
