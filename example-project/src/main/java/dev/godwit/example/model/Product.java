package dev.godwit.example.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/** What the shop sells; each kind of product has a table of its own beside this one. */
@Entity
@Table(name = "products")
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Product {

    @Id
    @GeneratedValue
    private Long id;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false, precision = 12, scale = 2)
    private Money price;

    @Column(nullable = false)
    private int stock;

    @ManyToOne
    private Supplier supplier;

    @ElementCollection
    @CollectionTable(name = "product_tags", joinColumns = @JoinColumn(name = "product_id"))
    @Column(name = "tag", length = 40)
    private Set<String> tags = new HashSet<>();

    @ManyToMany
    @JoinTable(
            name = "product_categories",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "category_id"))
    private Set<Category> categories = new HashSet<>();

    protected Product() {}

    protected Product(String title, Money price, int stock) {
        this.title = title;
        this.price = price;
        this.stock = stock;
    }

    public String title() {
        return title;
    }

    public Money price() {
        return price;
    }

    public Product in(Category category) {
        categories.add(category);
        return this;
    }

    public Product tagged(String tag) {
        tags.add(tag);
        return this;
    }

    public Product from(Supplier other) {
        supplier = other;
        return this;
    }
}
