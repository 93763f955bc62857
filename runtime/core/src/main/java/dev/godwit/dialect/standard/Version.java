package dev.godwit.dialect.standard;

import java.util.Comparator;

/** The version of a database product, as far as dialects care. */
public record Version(int major, int minor) implements Comparable<Version> {

    private static final Comparator<Version> ORDER =
            Comparator.comparingInt(Version::major).thenComparingInt(Version::minor);

    public boolean isAtLeast(Version other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
