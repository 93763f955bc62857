package dev.godwit.drift;

import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Key;
import dev.godwit.introspect.Fact.Kind;
import dev.godwit.introspect.LiveSchema;
import java.util.List;
import java.util.stream.Stream;

/**
 * MariaDB and MySQL make an index for a foreign key that has none to stand on, call it after the key, and keep it when
 * the key goes. No model knows of these.
 */
final class ServedIndexes {

    private ServedIndexes() {}

    /** What is there without such indexes. */
    static LiveSchema without(LiveSchema live, LiveSchema expected) {
        List<Fact> keys = Stream.concat(live.facts().stream(), expected.facts().stream())
                .filter(fact -> fact.kind() == Kind.FOREIGN_KEY)
                .toList();
        return new LiveSchema(live.facts().stream()
                .filter(fact -> fact.kind() != Kind.INDEX || keys.stream().noneMatch(key -> serves(fact, key)))
                .toList());
    }

    private static boolean serves(Fact index, Fact key) {
        return index.subject().equals(key.subject())
                && index.name().equals(key.name())
                && index.key().map(Key::columns).equals(key.key().map(Key::columns));
    }
}
