/**
 * Auto-configuration for Spring Boot 4 and 3: migrates before JPA starts. Classes of Spring Boot that have moved between
 * the two are named by text.
 */
@NullMarked
package dev.godwit.spring;

import org.jspecify.annotations.NullMarked;
