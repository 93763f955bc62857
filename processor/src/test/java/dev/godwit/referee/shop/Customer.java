package dev.godwit.referee.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A customer, whose converter cannot be instantiated outside of its container. */
@Entity
@Table(name = "customers", indexes = @Index(name = "ix_customers_city", columnList = "city desc"))
public class Customer {

    public enum Tier {
        BRONZE,
        SILVER
    }

    @Id
    @GeneratedValue
    Long id;

    @Column(unique = true, nullable = false, length = 80)
    String email;

    @NotNull
    @Size(max = 40)
    String city;

    @Enumerated(EnumType.STRING)
    Tier tier;

    @Convert(converter = MoneyConverter.class)
    Money balance;
}
