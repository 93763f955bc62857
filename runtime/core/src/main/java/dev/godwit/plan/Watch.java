package dev.godwit.plan;

/**
 * Tells when the side was last written that a plan's {@code contract} takes away.
 *
 * @param subject what is watched, for people, such as {@code customers.name}
 * @param query gives in its first column how many seconds ago that was; null, or no row: not since {@code expand}
 */
public record Watch(String subject, String query) {}
