package dev.godwit.example.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "books")
public class Book extends Product {

    @Column(length = 13)
    private String isbn;

    private String author;

    protected Book() {}

    public Book(String title, String author, String isbn, Money price, int stock) {
        super(title, price, stock);
        this.author = author;
        this.isbn = isbn;
    }
}
