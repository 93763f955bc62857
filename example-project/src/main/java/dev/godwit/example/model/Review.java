package dev.godwit.example.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;

@Entity
@Table(
        name = "reviews",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_reviews_once",
                        columnNames = {"product_id", "author_id"}))
public class Review {

    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(optional = false)
    private Product product;

    @ManyToOne(optional = false)
    private Customer author;

    private int stars;

    @Column(length = 2000)
    private String text;

    @Column(nullable = false)
    private LocalDate written;

    protected Review() {}

    public Review(Product product, Customer author, int stars, String text, LocalDate written) {
        this.product = product;
        this.author = author;
        this.stars = stars;
        this.text = text;
        this.written = written;
    }
}
