package dev.godwit.traffic.manoeuvre;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A version of the application.
 *
 * @param customer its entity of customers
 * @param maker makes one
 * @param key the key of a number, as its entity has it
 * @param others entities beside it and {@link Account}
 * @param disagreeing SQL: counts the rows whose value does not belong to their stamp, where this version can work
 * @param part an attribute of customers that a reader who locks nothing reads in the same statement: by a statement of its own
 *     it may find what was written since
 * @param search a condition in JPQL on the customer {@code c} and the {@code :value} that follows from a stamp
 */
public record Release(
        Class<? extends Customer> customer,
        Supplier<? extends Customer> maker,
        LongFunction<Object> key,
        List<Class<?>> others,
        String disagreeing,
        Optional<String> part,
        Optional<Search> search) {

    /**
     * How customers are looked for by what the manoeuvre is about.
     *
     * @param condition in JPQL, on the customer {@code c} and {@code :value}
     * @param value what follows from a stamp
     */
    public record Search(String condition, LongFunction<Object> value) {}

    public Release {
        others = List.copyOf(others);
    }

    /** A version whose customers have keys of type {@code Long} and nothing beside them. */
    public static <C extends Customer> Release of(Class<C> customer, Supplier<C> maker, String disagreeing) {
        return new Release(customer, maker, Long::valueOf, List.of(), disagreeing, Optional.empty(), Optional.empty());
    }

    public Release with(Class<?>... more) {
        return new Release(customer, maker, key, List.of(more), disagreeing, part, search);
    }

    public Release keyedBy(LongFunction<Object> other) {
        return new Release(customer, maker, other, others, disagreeing, part, search);
    }

    public Release readWith(String attribute) {
        return new Release(customer, maker, key, others, disagreeing, Optional.of(attribute), search);
    }

    public Release searching(String condition, LongFunction<Object> value) {
        return new Release(customer, maker, key, others, disagreeing, part, Optional.of(new Search(condition, value)));
    }

    public List<Class<?>> entities() {
        return Stream.concat(Stream.of(customer, Account.class), others.stream())
                .<Class<?>>map(type -> type)
                .toList();
    }
}
