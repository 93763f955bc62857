package dev.godwit.spring;

import dev.godwit.Godwit;

/**
 * A bean that changes how migrations run, beyond what properties say: hooks, listeners.
 *
 * <pre>{@code
 * @Bean
 * GodwitCustomizer grants() {
 *     return godwit -> godwit.after(connection -> …);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface GodwitCustomizer {

    /** @return what runs */
    Godwit customize(Godwit godwit);
}
