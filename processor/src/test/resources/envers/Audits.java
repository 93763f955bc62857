package audited;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.AuditMappedBy;
import org.hibernate.envers.AuditOverride;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;

/** Audited entities. */
class Audits {

    enum Mood {
        CALM,
        CROSS
    }

    @MappedSuperclass
    static class Stamped {
        @Column(length = 40)
        String author;

        Instant stamped;
    }

    @Entity
    @Audited
    @Table(name = "boats")
    @AuditOverride(forClass = Stamped.class, name = "author")
    static class Boat extends Stamped {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, unique = true, length = 30)
        String name;

        @Column(precision = 9, scale = 2)
        BigDecimal length;

        int masts;

        @Enumerated(EnumType.STRING)
        Mood mood;

        Mood rank;

        @Lob
        String log;

        @Version
        int version;

        @NotAudited
        String secret;

        @Embedded
        Position position;

        @ManyToOne(optional = false)
        @JoinColumn(name = "home")
        Port port;

        @Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
        @ManyToOne
        Owner owner;

        @ManyToMany
        Set<Sailor> crew;

        @ElementCollection
        Set<String> flags;

        @ElementCollection
        List<Position> route;

        @ElementCollection
        Map<String, String> papers;

        @ElementCollection
        Set<Position> stops;
    }

    @Embeddable
    static class Position {
        double latitude;
        double longitude;
    }

    @Entity
    static class Owner {
        @Id
        Long id;

        String name;
    }

    @Entity
    @Audited
    @AuditTable("port_history")
    static class Port {
        @Id
        String code;

        @OneToMany(mappedBy = "port")
        Set<Boat> boats;

        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "port_code")
        Set<Crane> cranes;

        @OneToMany
        @AuditJoinTable(name = "port_lamps_history")
        Set<Lamp> lamps;
    }

    @Entity
    @Audited
    static class Crane {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity
    @Audited
    static class Lamp {
        @EmbeddedId
        LampId id;

        String colour;

        @OneToOne
        Crane crane;
    }

    @Embeddable
    static class LampId {
        String pier;
        int number;
    }

    @Entity
    static class Sailor {
        @Id
        @GeneratedValue
        Long id;

        @Audited
        String name;

        String nick;

        @Audited
        @ManyToMany(mappedBy = "crew")
        Set<Boat> boats;
    }

    @Entity
    @Audited
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Cargo {
        @Id
        Long id;

        String label;
    }

    @Entity
    @Audited
    static class Liquid extends Cargo {
        int litres;
    }

    @Entity
    @Audited
    static class Ticket {
        @Id
        Long id;

        String code;
    }

    @Entity
    @Audited
    static class DayTicket extends Ticket {
        int day;
    }

    @Entity
    @Audited
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Rope {
        @Id
        Long id;

        int metres;
    }

    @Entity
    @Audited
    static class SteelRope extends Rope {
        int wires;
    }

    @Entity
    @Audited(withModifiedFlag = true)
    static class Ferry {
        @Id
        Long id;

        String line;

        @Embedded
        Position berth;

        @ManyToOne
        Port port;

        @ElementCollection
        @CollectionTable(name = "ferry_stops")
        List<String> stops;

        @OneToMany
        @JoinColumn(name = "ferry_id")
        @AuditMappedBy(mappedBy = "ferry")
        Set<Car> cars;

        @ElementCollection
        @OrderColumn(name = "place")
        List<String> seats;

        @ElementCollection
        Map<Port, Integer> fares;

        @ManyToMany
        @AuditJoinTable(inverseJoinColumns = @JoinColumn(name = "helper"))
        Set<Sailor> helpers;
    }

    @Entity
    @Audited
    static class Car {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "ferry_id", insertable = false, updatable = false)
        Ferry ferry;
    }

    @Entity
    @IdClass(TripId.class)
    @Audited
    static class Trip {
        @Id
        int day;

        @Id
        @ManyToOne
        Ferry ferry;

        String note;
    }

    static class TripId implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        int day;
        Long ferry;
    }

    @Entity
    @Audited
    @SecondaryTable(name = "buoy_details")
    static class Buoy {
        @Id
        Long id;

        String colour;

        @Column(table = "buoy_details")
        String details;
    }
}
