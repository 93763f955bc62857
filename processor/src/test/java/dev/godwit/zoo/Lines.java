package dev.godwit.zoo;

import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.type.SqlTypes;

/** What Hibernate 6.6 and 7 map each in its own way. */
class Lines {

    @Entity
    static class Platform {
        @Id
        @SequenceGenerator(name = "platforms", sequenceName = "platform_numbers", allocationSize = 5)
        @GeneratedValue
        Long id;

        @Basic
        int length;

        @JdbcTypeCode(SqlTypes.TINYINT)
        Boolean roofed;

        @NaturalId
        String station;

        @NaturalId
        int number;

        @OneToMany
        @JoinColumn(name = "platform_station", referencedColumnName = "station")
        Set<Bench> benches;

        @ElementCollection
        @CollectionTable(name = "platform_sign")
        Set<Sign> signs;
    }

    @Embeddable
    static class Sign {
        @Column(nullable = false)
        String text;

        String colour;
    }

    @Entity
    static class Bench {
        @Id
        String id;

        @ManyToOne
        @JoinColumn(name = "near_station", referencedColumnName = "station")
        @JoinColumn(name = "near_number", referencedColumnName = "number")
        Platform near;
    }

    @Entity
    static class Wagon {
        @Id
        @SequenceGenerator(name = "wagons", sequenceName = "wagon_numbers")
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "wagons")
        Long id;
    }

    @Entity
    static class Sleeper extends Wagon {
        @ManyToOne(optional = false)
        Platform home;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Crew {
        @Id
        Long id;

        @OneToOne
        Wagon wagon;
    }

    @Entity
    static class Driver extends Crew {
        @Column(unique = true)
        String licence;
    }
}
