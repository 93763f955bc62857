package dev.godwit.engine;

import java.util.Optional;

/** The version of this library, as the history keeps it. */
final class GodwitVersion {

    static final String CURRENT = Optional.ofNullable(
                    GodwitVersion.class.getPackage().getImplementationVersion())
            .orElse("development");

    private GodwitVersion() {}
}
