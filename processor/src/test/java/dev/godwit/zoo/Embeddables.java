package dev.godwit.zoo;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** Values made of several columns. */
class Embeddables {

    @Entity
    static class Country {
        @Id
        String code;
    }

    @Embeddable
    record Point(double x, double y) {}

    @Embeddable
    static class Place {
        String street;

        @Column(name = "zip", length = 10, nullable = false)
        String zip;

        @ManyToOne
        Country country;

        Point position;
    }

    @Entity
    @SecondaryTable(name = "company_billing")
    static class Company {
        @Id
        Long id;

        Place seat;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "depot_street"))
        @AttributeOverride(name = "zip", column = @Column(name = "depot_zip"))
        @AttributeOverride(name = "position.x", column = @Column(name = "depot_x"))
        @AttributeOverride(name = "position.y", column = @Column(name = "depot_y"))
        @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "depot_country"))
        Place depot;

        @Embedded
        @EmbeddedColumnNaming("gate_%s")
        Point gate;

        @Column(table = "company_billing", length = 34)
        String iban;
    }
}
