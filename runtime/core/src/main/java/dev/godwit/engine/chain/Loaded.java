package dev.godwit.engine.chain;

import dev.godwit.change.Change;
import dev.godwit.engine.event.Direction;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.recording.Recording;
import java.util.List;

/**
 * A migration, recorded.
 *
 * @param description a few words for people
 */
public record Loaded(LedgerEntry entry, String description, Recording recording) {

    public String version() {
        return entry.version().text();
    }

    public List<Change> changes(Direction direction) {
        return switch (direction) {
            case UP -> recording.up();
            case DOWN -> recording.down();
        };
    }
}
