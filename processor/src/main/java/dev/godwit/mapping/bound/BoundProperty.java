package dev.godwit.mapping.bound;

import dev.godwit.mapping.read.Member;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute with its value. */
public final class BoundProperty {

    private final String name;
    private Value value;
    private final @Nullable Member member;
    private final boolean synthetic;
    private boolean optional = true;
    private boolean naturalId;

    public BoundProperty(String name, Value value, Optional<Member> member, boolean synthetic) {
        this.name = name;
        this.value = value;
        this.member = member.orElse(null);
        this.synthetic = synthetic;
    }

    public String name() {
        return name;
    }

    public Value value() {
        return value;
    }

    public void value(Value other) {
        value = other;
    }

    public Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    /** Whether the mapping made it up, so that no association can name it. */
    public boolean isSynthetic() {
        return synthetic;
    }

    public boolean isOptional() {
        return optional;
    }

    public void optional(boolean flag) {
        optional = flag;
    }

    public boolean isNaturalId() {
        return naturalId;
    }

    public void naturalId(boolean flag) {
        naturalId = flag;
    }

    @Override
    public String toString() {
        return name;
    }
}
