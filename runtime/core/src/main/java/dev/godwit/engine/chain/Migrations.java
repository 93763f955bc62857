package dev.godwit.engine.chain;

import dev.godwit.Migration;
import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.LedgerException;
import dev.godwit.recording.Recording;
import dev.godwit.recording.RecordingException;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/** Loads and records migrations, each once and only when asked for. */
public final class Migrations {

    private final MigrationSource source;
    private final Map<String, Loaded> loaded = new HashMap<>();

    public Migrations(MigrationSource source) {
        this.source = source;
    }

    /**
     * A migration, recorded.
     *
     * @throws EngineException when its class is missing or unusable, when it cannot be recorded, or when its {@code up}
     *     is not the one that the ledger sealed
     */
    public Loaded get(LedgerEntry entry) {
        Loaded known = loaded.get(entry.version().text());
        if (known == null) {
            known = load(entry);
            loaded.put(known.version(), known);
        }
        return known;
    }

    private Loaded load(LedgerEntry entry) {
        Recording recording = record(instance(entry));
        requireSealed(entry, recording);
        return new Loaded(entry, Descriptions.of(entry.className()), recording);
    }

    private static Recording record(Migration migration) {
        try {
            return Recording.ofSealed(migration);
        } catch (RecordingException e) {
            throw coded(e.getMessage(), e);
        }
    }

    private static void requireSealed(LedgerEntry entry, Recording recording) {
        try {
            if (!entry.fingerprint().isOfUp(recording.up())) {
                throw ChainProblems.unsealed(entry.version().text(), entry.className());
            }
        } catch (LedgerException e) {
            throw coded(e.getMessage(), e);
        }
    }

    /** Splits a message that begins with its code. */
    private static EngineException coded(String message, RuntimeException cause) {
        int colon = message.indexOf(": ");
        return new EngineException(message.substring(0, colon), message.substring(colon + 2), cause);
    }

    private Migration instance(LedgerEntry entry) {
        String version = entry.version().text();
        String name = entry.className();
        try {
            Class<?> type = Class.forName(name, true, source.classes());
            if (!Migration.class.isAssignableFrom(type)) {
                throw ChainProblems.notAMigration(version, name, "it does not implement dev.godwit.Migration");
            }
            return (Migration) type.getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw ChainProblems.noClass(version, name);
        } catch (InvocationTargetException e) {
            throw ChainProblems.notAMigration(version, name, "its constructor throws " + e.getCause());
        } catch (ExceptionInInitializerError e) {
            throw ChainProblems.notAMigration(version, name, "its static part throws " + e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw ChainProblems.notAMigration(version, name, e.toString());
        }
    }
}
