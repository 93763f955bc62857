package dev.godwit.spring;

import dev.godwit.engine.LockMode;
import dev.godwit.engine.Phase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application sets about its migrations. Spring Boot binds what is not set to null.
 *
 * @param enabled Whether to migrate when the application starts.
 * @param url JDBC URL to migrate by; else that of the application's data source.
 * @param user User to migrate as, such as one that may change tables; else that of the application's data source.
 * @param password Password of the user to migrate as.
 * @param schema Schema to work in; else the connection's own.
 * @param phase Which half of what would break a running version is carried out, auto or expand. An application never
 *     contracts when it starts.
 * @param backfill How work on many rows is done, inline, or left for the background, which the goal backfill finishes.
 * @param lockWait How long to wait for another instance that is migrating.
 * @param lockTimeout How long a statement waits for a lock of the application before it gives way and tries again.
 * @param lock What keeps a second run out, session, lease, or auto, which finds out.
 * @param indexWait How long the concurrent build of an index waits for transactions of others.
 * @param statementLimit How long one statement may take; else as long as it takes.
 */
@ConfigurationProperties("godwit")
record GodwitProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String schema,
        @DefaultValue("auto") Phase phase,
        @DefaultValue("inline") Backfill backfill,
        @DefaultValue("5m") Duration lockWait,
        @DefaultValue("2s") Duration lockTimeout,
        @DefaultValue("auto") LockMode lock,
        @DefaultValue("30m") Duration indexWait,
        @Nullable Duration statementLimit) {

    /** How work on many rows is done. */
    enum Backfill {
        INLINE,
        BACKGROUND
    }

    /** The text form leaves the password out. */
    @Override
    public String toString() {
        return "GodwitProperties[enabled=%s, user=%s, schema=%s, phase=%s]".formatted(enabled, user, schema, phase);
    }
}
