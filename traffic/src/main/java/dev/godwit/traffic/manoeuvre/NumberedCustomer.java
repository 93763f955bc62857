package dev.godwit.traffic.manoeuvre;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A customer whose key no manoeuvre changes. */
@MappedSuperclass
public abstract class NumberedCustomer extends Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public final long number() {
        return id == null ? 0 : id;
    }
}
