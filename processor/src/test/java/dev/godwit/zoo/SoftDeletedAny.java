package dev.godwit.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import java.util.Set;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.type.YesNoConverter;

/** References to rows of any table, which Hibernate 6.6 neither deletes softly nor keeps apart, and whose single letters it keeps otherwise. */
class SoftDeletedAny {

    @Entity
    static class Reel {
        @Id
        Long id;
    }

    @Entity
    @SoftDelete(converter = YesNoConverter.class)
    static class Rack {
        @Id
        Long id;

        @ManyToAny
        @AnyKeyJavaClass(Long.class)
        @AnyDiscriminatorValue(discriminator = "T", entity = Reel.class)
        @Column(name = "item_kind")
        @JoinTable(
                name = "rack_items",
                joinColumns = @JoinColumn(name = "rack_id"),
                inverseJoinColumns = @JoinColumn(name = "item_id"))
        Set<Object> items;
    }
}
