package dev.godwit.zoo;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;

/** Keys, indexes, checks, comments and defaults. */
class Constraints {

    @Entity
    @Table(
            name = "articles",
            indexes = {
                @Index(name = "ix_articles_maker", columnList = "maker, price desc"),
                @Index(columnList = "label"),
                @Index(name = "ux_articles_ean", columnList = "ean", unique = true)
            },
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "uk_articles_shelf",
                        columnNames = {"shelf", "slot"}),
                @UniqueConstraint(columnNames = {"maker", "label"})
            })
    @SecondaryTable(
            name = "article_texts",
            pkJoinColumns = @PrimaryKeyJoinColumn(name = "article"),
            foreignKey = @ForeignKey(name = "fk_article_texts"),
            indexes = @Index(name = "ix_article_texts", columnList = "language"))
    @Check(name = "ck_articles_price", constraints = "price >= 0")
    static class Article {
        @Id
        Long id;

        String maker;

        @Column(precision = 10, scale = 2)
        java.math.BigDecimal price;

        @Comment("as printed")
        String label;

        String ean;

        @ColumnDefault("0")
        int shelf;

        @Check(constraints = "slot < 100")
        Integer slot;

        @NaturalId
        @Column(length = 16)
        String code;

        @NaturalId
        Integer edition;

        @GeneratedColumn("shelf * 2")
        Integer twice;

        @Formula("shelf + 1")
        Integer next;

        @Column(table = "article_texts", length = 2)
        String language;

        @ManyToOne
        @JoinColumn(unique = true, columnDefinition = "bigint")
        Article successor;
    }

    /** Hibernate 6.6 believes {@code @Basic} more than the type. */
    @Entity
    static class Weighing {
        @Id
        Long id;

        @Basic
        int gross;

        @Basic
        @Column(name = "empty_weight")
        int tare;

        int net;
    }
}
