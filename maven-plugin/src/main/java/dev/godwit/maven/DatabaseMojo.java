package dev.godwit.maven;

import dev.godwit.command.Database;
import dev.godwit.command.Deployment;
import dev.godwit.command.Hooks;
import dev.godwit.command.Parameters;
import dev.godwit.command.progress.Terminals;
import dev.godwit.engine.Options;
import dev.godwit.engine.retain.Retaining;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.ModuleDeployment;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** A goal that connects to a database. */
abstract class DatabaseMojo extends GodwitMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** JDBC URL; or the environment variable {@code GODWIT_URL}. */
    @Parameter(property = "godwit.url")
    private String url;

    /** Database user; or the environment variable {@code GODWIT_USER}, or of the server in Maven's settings. */
    @Parameter(property = "godwit.user")
    private String user;

    /** The schema to work in; or the environment variable {@code GODWIT_SCHEMA}; else the connection's own. */
    @Parameter(property = "godwit.schema")
    private String schema;

    /**
     * Id of a {@code <server>} in Maven's settings, which gives user and password, and where its configuration says so
     * {@code url} and {@code schema}.
     */
    @Parameter(property = "godwit.server", defaultValue = "godwit")
    private String server;

    /**
     * What keeps a second run out: {@code session} (a lock that the server gives back when the connection ends),
     * {@code lease} (a row that is renewed, for proxies that pool by transaction and for Galera clusters), or
     * {@code auto}, which finds out.
     */
    @Parameter(property = "godwit.lock", defaultValue = "auto")
    private String lock;

    /** How long to wait for another run to end, such as {@code 30s}; 5 minutes ({@code 5m}) unless stated. */
    @Parameter(property = "godwit.lockWait")
    private String lockWait;

    /**
     * How what happens meanwhile is told: {@code line} (one line that is written over), {@code plain}, {@code json} (an
     * object an event, on standard error), {@code none} (warnings alone), or {@code auto}, which is a line on a terminal
     * and plain elsewhere.
     */
    @Parameter(property = "godwit.progress", defaultValue = "auto")
    private String progress;

    /** What becomes of the rows that migrations drop: {@code keep}, for a rollback, or {@code none}. */
    @Parameter(property = "godwit.retain", defaultValue = "keep")
    private String retain;

    /** After how many days what is kept is overdue, such as {@code 30d}. */
    @Parameter(property = "godwit.retention")
    private String retention;

    /** Whether a rollback goes on without rows that were purged. */
    @Parameter(property = "godwit.acceptLoss", defaultValue = "false")
    private boolean acceptLoss;

    /** Whether constraints that a rollback brings back hold for new rows only, on PostgreSQL. */
    @Parameter(property = "godwit.unvalidated", defaultValue = "false")
    private boolean unvalidated;

    @Inject
    private SettingsDecrypter decrypter;

    /**
     * The database that is given, if any.
     *
     * @throws dev.godwit.command.CommandException when what is given is no database
     */
    final Optional<Database> database() {
        Optional<Server> credentials = Optional.ofNullable(session.getSettings().getServer(server))
                .map(DefaultSettingsDecryptionRequest::new)
                .map(request -> decrypter.decrypt(request).getServer());
        return Database.find(this::parameter, System.getenv(), name -> credentials.flatMap(it -> of(it, name)));
    }

    /**
     * The committed migrations on the database that is given.
     *
     * @throws dev.godwit.command.CommandException when none is given
     */
    final Deployment deployment(BuildModule module, Options options) {
        return deployment(module, options, new Hooks(Optional.empty(), Optional.empty()));
    }

    /** The same, with what the user has run around a run. */
    final Deployment deployment(BuildModule module, Options options, Hooks hooks) {
        Database database = Database.require(database());
        Options complete = Parameters.time("lockWait", Optional.ofNullable(lockWait))
                .map(options::withLockWait)
                .orElse(options)
                .withLock(Parameters.lock(lock))
                .withRetaining(retaining())
                .withListener(Parameters.progress(progress).on(console()));
        return new ModuleDeployment(
                module,
                database,
                hooks.over(complete, database, project().getBasedir().toPath(), getLog()::info));
    }

    private MavenConsole console() {
        boolean watched = session.getRequest().isInteractiveMode()
                && !session.isParallel()
                && getLog().isInfoEnabled()
                && Terminals.isTerminal(System.getenv());
        return new MavenConsole(getLog(), watched);
    }

    /** How what migrations drop is kept. */
    final Retaining retaining() {
        return Parameters.retaining(retain, Optional.ofNullable(retention), acceptLoss, unvalidated);
    }

    /** The value of {@code godwit.<name>}; a password, only from properties that Maven does not print. */
    final Optional<String> parameter(String name) {
        return switch (name) {
            case "url" -> Optional.ofNullable(url);
            case "user" -> Optional.ofNullable(user);
            case "schema" -> Optional.ofNullable(schema);
            default -> property("godwit." + name);
        };
    }

    /** Read here and not by a parameter of the goal, whose value Maven prints in its debug output. */
    private Optional<String> property(String name) {
        return Stream.of(session.getUserProperties(), project().getProperties(), session.getSystemProperties())
                .map((Properties properties) -> Optional.ofNullable(properties.getProperty(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> of(Server server, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "user" -> Optional.ofNullable(server.getUsername());
            case "password" -> Optional.ofNullable(server.getPassword());
            default ->
                Optional.ofNullable((Xpp3Dom) server.getConfiguration())
                        .map(configuration -> configuration.getChild(name))
                        .map(Xpp3Dom::getValue);
        };
    }
}
