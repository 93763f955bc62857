package dev.godwit.packagezoo;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Filter;

/** Entities that rely on their package. */
class Crates {

    record Colour(int rgb) {}

    static class ColourConverter implements AttributeConverter<Colour, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Colour colour) {
            return colour == null ? null : colour.rgb();
        }

        @Override
        public Colour convertToEntityAttribute(Integer rgb) {
            return rgb == null ? null : new Colour(rgb);
        }
    }

    @Entity
    @Filter(name = "heavy")
    static class Crate {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "per_package")
        Long id;

        Colour colour;

        int weight;

        @Column(length = 40)
        UUID seal;
    }

    @Entity
    static class Lid {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "package_table")
        Long id;
    }
}
