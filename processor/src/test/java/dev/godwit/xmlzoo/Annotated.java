package dev.godwit.xmlzoo;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.NaturalId;

/** Annotated classes that mapping files override. */
class Annotated {

    @MappedSuperclass
    static class Base {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared")
        Long id;

        @Column(name = "made_by", length = 40)
        String author;
    }

    @Entity
    @Table(
            name = "books",
            indexes = @Index(columnList = "title"),
            uniqueConstraints = @UniqueConstraint(columnNames = "isbn"))
    static class Book extends Base {
        @Column(length = 100, nullable = false)
        String title;

        @NaturalId
        @Column(name = "isbn", length = 13)
        String code;

        @Embedded
        Price price;

        @ManyToOne(optional = false)
        @JoinColumn(name = "shelf")
        Shelf shelf;

        @ElementCollection
        List<String> keywords;

        @Transient
        String scratch;

        @Convert(converter = Shout.class)
        String blurb;

        Grade grade;
    }

    @Embeddable
    static class Price {
        @Column(precision = 10, scale = 2)
        java.math.BigDecimal amount;

        @Column(length = 3)
        String currency;
    }

    @Entity
    static class Shelf {
        @Id
        @GeneratedValue
        Integer id;

        @OneToMany(mappedBy = "shelf")
        Set<Book> books;

        String room;
    }

    /** All of its annotations are put aside. */
    @Entity
    @Table(name = "never")
    @Access(AccessType.FIELD)
    static class Ledger {
        @Id
        @Column(name = "never_id")
        Long id;

        @Column(name = "never", length = 7)
        String entry;

        @Transient
        int pages;

        Long getId() {
            return id;
        }

        String getEntry() {
            return entry;
        }

        int getPages() {
            return pages;
        }
    }

    record Grade(int stars) {}

    static class GradeConverter implements AttributeConverter<Grade, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Grade grade) {
            return grade == null ? null : grade.stars();
        }

        @Override
        public Grade convertToEntityAttribute(Integer stars) {
            return stars == null ? null : new Grade(stars);
        }
    }

    static class Shout implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String text) {
            return text;
        }

        @Override
        public String convertToEntityAttribute(String text) {
            return text;
        }
    }
}
