package dev.godwit.engine.store;

/** The version of the form of Godwit's own tables; raised when an older Godwit must not touch them any more. */
public final class Format {

    public static final int CURRENT = 1;

    private Format() {}
}
