package dev.godwit.example.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a customer lives. */
@Embeddable
public record Address(
        @Column(length = 200) String street,
        @Column(length = 100) String city,
        @Column(name = "postal_code", length = 20) String postalCode) {}
