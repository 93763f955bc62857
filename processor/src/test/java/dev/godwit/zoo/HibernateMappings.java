package dev.godwit.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.Set;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.YesNoConverter;

/** Mappings that Jakarta Persistence does not know. */
class HibernateMappings {

    @Entity
    static class Tape {
        @Id
        Long id;
    }

    @Entity
    @SoftDelete
    static class Shelf {
        @Id
        Long id;

        @TenantId
        String tenant;

        @Any
        @AnyKeyJavaClass(Long.class)
        @AnyDiscriminatorValue(discriminator = "T", entity = Tape.class)
        @Column(name = "thing_kind")
        @JoinColumn(name = "thing_id")
        Object thing;

        @ElementCollection
        @SoftDelete(columnName = "gone", converter = NumericBooleanConverter.class)
        Set<String> stickers;
    }

    @Entity
    @SoftDelete(strategy = SoftDeleteType.ACTIVE, converter = NumericBooleanConverter.class)
    static class Shop {
        @Id
        Long id;

        @Convert(converter = NumericBooleanConverter.class)
        Boolean open;

        @Convert(converter = YesNoConverter.class)
        @Column(columnDefinition = "varchar(1)")
        Boolean lit;
    }
}
