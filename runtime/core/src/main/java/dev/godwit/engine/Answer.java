package dev.godwit.engine;

/** Whether a step took effect of which nothing tells. */
public enum Answer {
    DONE,
    UNDONE
}
