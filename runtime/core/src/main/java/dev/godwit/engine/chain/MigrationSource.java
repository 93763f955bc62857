package dev.godwit.engine.chain;

import dev.godwit.engine.problem.ChainProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The migrations of an application.
 *
 * @param ledger their order
 * @param classes where their classes are; asked only for what is needed
 */
public record MigrationSource(Ledger ledger, ClassLoader classes) {

    /**
     * Reads {@value Ledger#PATH} from the class path.
     *
     * @throws EngineException when there is none, when there are several, or when it cannot be read
     */
    public static MigrationSource onClassPath(ClassLoader classes) {
        try {
            List<URL> places = List.copyOf(new LinkedHashSet<>(Collections.list(classes.getResources(Ledger.PATH))));
            return switch (places.size()) {
                case 0 -> throw ChainProblems.noLedger(Ledger.PATH);
                case 1 -> of(read(places.get(0)), classes);
                default ->
                    throw ChainProblems.severalLedgers(
                            Ledger.PATH, places.stream().map(URL::toString).toList());
            };
        } catch (IOException e) {
            throw ChainProblems.unreadableLedger(Ledger.PATH, e);
        }
    }

    /**
     * Reads a ledger's text.
     *
     * @throws EngineException when the text is damaged, newer than this version, or no chain; with the code of the
     *     ledger's own problem
     */
    public static MigrationSource of(String ledger, ClassLoader classes) {
        try {
            return new MigrationSource(Ledger.parse(ledger), classes);
        } catch (LedgerException e) {
            throw new EngineException(e.problem().code(), e.problem().text(), e);
        }
    }

    private static String read(URL place) throws IOException {
        URLConnection connection = place.openConnection();
        // A cached jar file would outlive the class loader.
        connection.setUseCaches(false);
        try (InputStream text = connection.getInputStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
