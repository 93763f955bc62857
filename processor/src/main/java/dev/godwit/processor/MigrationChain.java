package dev.godwit.processor;

import dev.godwit.MigrationInfo;
import dev.godwit.ledger.Chain;
import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.LedgerException;
import dev.godwit.ledger.LedgerProblem;
import dev.godwit.ledger.Link;
import dev.godwit.ledger.Version;
import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Message;
import dev.godwit.mapping.Message.Severity;
import dev.godwit.mapping.read.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The migration classes that a compilation can see, held against the committed ledger. */
final class MigrationChain {

    private final Set<String> types = new TreeSet<>();
    private final Map<String, SeenMigration> seen = new TreeMap<>();
    private final Elements elements;

    MigrationChain(Elements elements) {
        this.elements = elements;
    }

    /** Adds the migrations among a round's elements. */
    void addRoots(RoundEnvironment round) {
        TypeElement info = elements.getTypeElement(MigrationInfo.class.getName());
        if (info != null) {
            for (Element each : round.getElementsAnnotatedWith(info)) {
                types.add(((TypeElement) each).getQualifiedName().toString());
            }
        }
    }

    /** Only now: a compiler makes the annotations of a class again in every round, and has positions for the last ones. */
    private void look() {
        types.forEach(this::find);
    }

    /** The names of the classes seen. */
    Collection<String> types() {
        return types;
    }

    /**
     * Reports a class that is gone, one that disagrees with the ledger, and whatever keeps them from being one chain.
     *
     * @return the ledger, where it can be read
     */
    Optional<Ledger> check(String ledgerText, Diagnostics diagnostics) {
        look();
        try {
            Ledger ledger = Ledger.parse(ledgerText);
            check(ledger, diagnostics);
            return Optional.of(ledger);
        } catch (LedgerException e) {
            e.problem().links().forEach(link -> find(link.name()));
            report(e.problem(), Set.of(), diagnostics);
            return Optional.empty();
        }
    }

    private void check(Ledger ledger, Diagnostics diagnostics) {
        Map<String, Link> links = new LinkedHashMap<>();
        for (LedgerEntry entry : ledger.entries()) {
            links.put(canonical(entry.className()), new Link(entry.version(), entry.after(), entry.className()));
            find(entry.className())
                    .ifPresentOrElse(
                            migration -> compare(entry, migration, diagnostics),
                            () -> diagnostics.report(
                                    ProcessorMessages.classGone(entry.version().text(), entry.className()),
                                    Place.NOWHERE));
        }
        Set<String> committed = Set.copyOf(links.keySet());
        seen.forEach((type, migration) -> {
            if (!committed.contains(type)) {
                link(migration, diagnostics).ifPresent(link -> links.put(type, link));
            }
        });
        Chain.of(links.values()).problems().forEach(problem -> report(problem, committed, diagnostics));
    }

    private Optional<SeenMigration> find(String className) {
        String type = canonical(className);
        Optional.ofNullable(elements.getTypeElement(type))
                .flatMap(SeenMigration::of)
                .ifPresent(migration -> seen.put(type, migration));
        return Optional.ofNullable(seen.get(type));
    }

    private static String canonical(String className) {
        return className.replace('$', '.');
    }

    private static void compare(LedgerEntry entry, SeenMigration stated, Diagnostics diagnostics) {
        Optional<String> after = entry.after().map(Version::text);
        if (!stated.version().equals(entry.version().text())) {
            diagnostics.report(
                    ProcessorMessages.ledgerDisagrees(
                            stated.type(), "version " + stated.version(), "version " + entry.version()),
                    stated.versionPlace());
        } else if (!stated.after().equals(after)) {
            diagnostics.report(
                    ProcessorMessages.ledgerDisagrees(stated.type(), following(stated.after()), following(after)),
                    stated.afterPlace());
        }
    }

    private static String following(Optional<String> after) {
        return after.map(version -> "that it follows " + version).orElse("that it is the first");
    }

    private static Optional<Link> link(SeenMigration migration, Diagnostics diagnostics) {
        Optional<Version> version = version(migration.version(), migration.versionPlace(), diagnostics);
        Optional<Version> after = migration.after().flatMap(text -> version(text, migration.afterPlace(), diagnostics));
        return after.isPresent() == migration.after().isPresent()
                ? version.map(own -> new Link(own, after, migration.type()))
                : Optional.empty();
    }

    private static Optional<Version> version(String text, Place place, Diagnostics diagnostics) {
        try {
            return Optional.of(new Version(text));
        } catch (IllegalArgumentException e) {
            diagnostics.report(ProcessorMessages.notAVersion(text), place);
            return Optional.empty();
        }
    }

    /** At a migration that is not committed yet, if there is one: it is the one to change. Else at the last by name. */
    private void report(LedgerProblem problem, Set<String> committed, Diagnostics diagnostics) {
        Place place = problem.links().stream()
                .map(link -> Optional.ofNullable(seen.get(canonical(link.name()))))
                .flatMap(Optional::stream)
                .max(Comparator.comparing((SeenMigration migration) -> !committed.contains(migration.type()))
                        .thenComparing(SeenMigration::type))
                .map(migration -> problem.isVersionTwice() ? migration.versionPlace() : migration.afterPlace())
                .orElse(Place.NOWHERE);
        diagnostics.report(new Message(Severity.ERROR, problem.code(), problem.text()), place);
    }
}
