package dev.godwit.engine.chains;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A class of a hierarchy below its root. */
record Species(String name, Optional<Species> parent, boolean isAbstract, List<Movable> columns, boolean required) {

    private boolean is(Species other) {
        return equals(other) || parent.filter(above -> above.is(other)).isPresent();
    }

    /** From the one right below the root down to this one. */
    List<Species> line() {
        return Stream.concat(parent.stream().flatMap(above -> above.line().stream()), Stream.of(this))
                .toList();
    }

    /** The names that rows of this one may have as their kind. */
    String[] kinds(List<Species> all) {
        return all.stream()
                .filter(each -> each.is(this) && !each.isAbstract())
                .map(Species::name)
                .toArray(String[]::new);
    }

    /** Those that rows may be of; empty: the root. */
    static List<Optional<Species>> concrete(boolean abstractRoot, List<Species> all) {
        return Stream.concat(
                        abstractRoot ? Stream.of() : Stream.of(Optional.<Species>empty()),
                        all.stream().filter(each -> !each.isAbstract()).map(Optional::of))
                .toList();
    }

    /** Where a version has the values of one. */
    record Place(Species species, String table, List<String> columns) {
        Place renamed(String from, String to) {
            return new Place(species, Names.renamed(table, from, to), Names.renamed(columns, from, to));
        }
    }
}
