package dev.godwit.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import java.util.UUID;

/** How rows are identified, and how identifiers are made. */
class Identifiers {

    @Entity
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity
    static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Integer id;
    }

    @Entity
    static class NamedSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets")
        @SequenceGenerator(name = "tickets", sequenceName = "ticket_numbers", initialValue = 1000, allocationSize = 10)
        long id;
    }

    @Entity
    static class Tabled {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "boxes")
        @TableGenerator(name = "boxes", table = "box_numbers", pkColumnName = "box", valueColumnName = "last")
        Long id;
    }

    @Entity
    static class Universal {
        @Id
        @GeneratedValue
        UUID id;
    }

    @Entity
    static class Automatic {
        @Id
        @GeneratedValue
        Long id;
    }

    @Embeddable
    record SeatId(String bank, int number) implements Serializable {}

    @Entity
    static class Seat {
        @EmbeddedId
        SeatId id;
    }

    /** The key's columns are ordered by size, then by name. */
    static class PriceId implements Serializable {
        String market;
        long article;
        short grade;

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity
    @IdClass(PriceId.class)
    static class Price {
        @Id
        @Column(length = 40)
        String market;

        @Id
        long article;

        @Id
        short grade;
    }

    /** Shares the primary key of what it belongs to. */
    @Entity
    static class SeatNote {
        @Id
        Integer id;

        @MapsId
        @OneToOne
        Sequenced ticket;
    }

    static class LineId implements Serializable {
        Long invoice;
        int number;

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity(name = "Invoice")
    static class Invoice {
        @Id
        Long id;
    }

    /** An association is part of the identifier. */
    @Entity(name = "InvoiceLine")
    @IdClass(LineId.class)
    static class InvoiceLine {
        @Id
        @ManyToOne
        Invoice invoice;

        @Id
        int number;
    }

    /** Refers to a key that has two columns. */
    @Entity(name = "LineRemark")
    static class LineRemark {
        @Id
        Long id;

        @ManyToOne
        InvoiceLine line;

        @ManyToOne
        @JoinColumn(name = "other_number", referencedColumnName = "number")
        @JoinColumn(name = "other_invoice", referencedColumnName = "invoice_id")
        InvoiceLine other;
    }
}
