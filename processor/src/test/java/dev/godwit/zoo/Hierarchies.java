package dev.godwit.zoo;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** The three inheritance strategies, and mapped superclasses with type parameters. */
class Hierarchies {

    @Entity
    static class Animal {
        @Id
        Long id;

        String name;
    }

    /** What a subclass requires is a check of the one table. */
    @Entity
    static class Cat extends Animal {
        int lives;
    }

    @Entity
    @DiscriminatorValue("HUSKY")
    static class Dog extends Animal {
        String sled;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("0")
    static class Vehicle {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity
    @DiscriminatorValue("1")
    @PrimaryKeyJoinColumn(name = "vehicle_id")
    static class Truck extends Vehicle {
        BigDecimal cargo;
    }

    @Entity
    @DiscriminatorValue("2")
    static class Bicycle extends Vehicle {
        Integer gears;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Payment {
        @Id
        Long id;

        @ManyToOne
        Animal payer;
    }

    @Entity
    static class CardPayment extends Payment {
        @Column(unique = true, length = 32)
        String card;
    }

    @Entity
    static class CashPayment extends Payment {
        boolean counted;
    }

    @MappedSuperclass
    abstract static class Record<K, V> {
        @Id
        K id;

        V payload;

        @Version
        int version;
    }

    @Entity
    @AttributeOverride(name = "payload", column = @Column(name = "amount", precision = 12, scale = 3))
    static class Balance extends Record<Long, BigDecimal> {}

    @Entity
    static class Label extends Record<String, Integer> {}
}
