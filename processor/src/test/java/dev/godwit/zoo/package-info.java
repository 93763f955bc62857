/**
 * One small model for each mapping feature: what Godwit supports, and, through Hibernate as the referee, the proof of it.
 * Names are unique over the whole zoo, so that it is one persistence unit.
 */
package dev.godwit.zoo;
