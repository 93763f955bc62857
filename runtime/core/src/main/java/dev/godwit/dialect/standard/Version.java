package dev.godwit.dialect.standard;

/** The version of a database product, as far as dialects care. */
public record Version(int major, int minor) implements Comparable<Version> {

    public boolean isAtLeast(Version other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
