package dev.godwit.zoo;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.ListIndexBase;

/** Collections of values: of basic ones, of embeddables, and maps of both. */
class Collections {

    enum Channel {
        MAIL,
        PHONE
    }

    @Embeddable
    static class Stay {
        @Column(nullable = false)
        String hotel;

        LocalDate night;
    }

    @Entity
    static class Guest {
        @Id
        Long id;

        @ElementCollection
        Set<String> nicknames;

        @ElementCollection
        @Column(name = "tag", nullable = false, length = 20)
        Set<String> tags;

        @ElementCollection
        @CollectionTable(name = "guest_phones", joinColumns = @JoinColumn(name = "guest"))
        @OrderColumn
        @ListIndexBase(1)
        List<String> phones;

        @ElementCollection
        List<Integer> ratings;

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        @MapKeyColumn(name = "channel")
        Map<Channel, String> contacts;

        @ElementCollection
        @Enumerated(EnumType.STRING)
        Set<Channel> channels;

        @ElementCollection
        @AttributeOverride(name = "night", column = @Column(name = "first_night"))
        List<Stay> stays;

        @ElementCollection
        @AttributeOverride(name = "value.hotel", column = @Column(name = "house"))
        Map<String, Stay> favourites;
    }
}
