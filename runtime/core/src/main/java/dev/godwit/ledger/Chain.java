package dev.godwit.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The order that links make, each following another; versions do not have to rise along it.
 *
 * @param order from the first migration to the last; as far as it goes where there are problems
 * @param problems what keeps the links from being one chain; empty where they are
 */
public record Chain(List<Link> order, List<LedgerProblem> problems) {

    public Chain {
        order = List.copyOf(order);
        problems = List.copyOf(problems);
    }

    public static Chain of(Collection<Link> links) {
        Map<Version, List<Link>> byVersion = grouped(links, Link::version);
        Map<Optional<Version>, List<Link>> byAfter = grouped(links, Link::after);
        List<LedgerProblem> problems = new ArrayList<>();
        byVersion.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same ->
                        problems.add(LedgerMessages.versionTwice(same.get(0).version(), names(same))
                                .about(same)));
        byAfter.forEach((after, same) -> {
            if (same.size() > 1) {
                problems.add(LedgerMessages.twoFollow(after.map(Version::text).orElse("-"), names(same))
                        .about(same));
            }
        });
        links.forEach(link -> link.after()
                .filter(after -> !byVersion.containsKey(after))
                .ifPresent(after ->
                        problems.add(LedgerMessages.gap(link.name(), after).about(List.of(link)))));
        List<Link> order = follow(byAfter, links.size());
        if (problems.isEmpty() && order.size() < links.size()) {
            List<Link> circle =
                    links.stream().filter(link -> !order.contains(link)).toList();
            problems.add(LedgerMessages.circle(names(circle)).about(circle));
        }
        return new Chain(order, problems);
    }

    private static List<Link> follow(Map<Optional<Version>, List<Link>> byAfter, int most) {
        List<Link> order = new ArrayList<>();
        List<Link> next = byAfter.getOrDefault(Optional.<Version>empty(), List.of());
        while (next.size() == 1 && order.size() < most) {
            order.add(next.get(0));
            next = byAfter.getOrDefault(Optional.of(next.get(0).version()), List.of());
        }
        return order;
    }

    private static <K> Map<K, List<Link>> grouped(Collection<Link> links, Function<Link, K> key) {
        Map<K, List<Link>> groups = new LinkedHashMap<>();
        links.forEach(link -> groups.computeIfAbsent(key.apply(link), any -> new ArrayList<>())
                .add(link));
        return groups;
    }

    private static List<String> names(List<Link> links) {
        return links.stream().map(Link::name).sorted().toList();
    }
}
