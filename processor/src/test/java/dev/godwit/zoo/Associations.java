package dev.godwit.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** References in both directions. */
class Associations {

    @Entity
    static class Publisher {
        @Id
        Long id;

        @Column(name = "house_code", length = 12)
        String code;

        @OneToMany(mappedBy = "publisher")
        Set<Novel> novels;

        @OneToOne(mappedBy = "publisher")
        License license;
    }

    @Entity
    static class License {
        @Id
        Long id;

        @OneToOne(optional = false)
        Publisher publisher;
    }

    @Entity
    static class Novel {
        @Id
        Long id;

        @ManyToOne(optional = false)
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_novel_publisher"))
        @OnDelete(action = OnDeleteAction.CASCADE)
        Publisher publisher;

        /** Refers to a column that is no primary key, which makes it unique. */
        @ManyToOne
        @JoinColumn(name = "imprint", referencedColumnName = "house_code")
        Publisher imprint;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Publisher former;

        @ManyToOne
        @JoinTable(name = "novel_prequel")
        Novel prequel;

        @ManyToMany
        Set<Author> authors;

        @ManyToMany
        @JoinTable(
                name = "novel_critics",
                joinColumns = @JoinColumn(name = "novel"),
                inverseJoinColumns = @JoinColumn(name = "critic"))
        List<Author> critics;

        @OneToMany
        Set<Chapter> extras;

        @OneToMany
        @JoinColumn(name = "novel_id", nullable = false)
        @OrderColumn(name = "place")
        List<Chapter> chapters;
    }

    @Entity
    static class Author {
        @Id
        Long id;

        @ManyToMany(mappedBy = "authors")
        List<Novel> novels;

        @OneToMany
        @MapKeyColumn(name = "season")
        Map<String, Award> awards;

        @OneToMany(mappedBy = "author")
        @MapKey(name = "title")
        Map<String, Award> byTitle;

        @ManyToMany
        @MapKeyJoinColumn(name = "publisher_id")
        Map<Publisher, Novel> byPublisher;
    }

    @Entity
    static class Chapter {
        @Id
        Long id;
    }

    @Entity
    static class Award {
        @Id
        Long id;

        String title;

        @ManyToOne
        Author author;
    }
}
