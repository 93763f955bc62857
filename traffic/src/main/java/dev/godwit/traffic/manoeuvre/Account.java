package dev.godwit.traffic.manoeuvre;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Whom customers belong to, in every version: the database deletes them with it. */
@Entity
@Table(name = "accounts")
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private String title = "";

    protected Account() {}

    public Account(String title) {
        this.title = title;
    }

    /** 0 until it is stored. */
    public long id() {
        return id == null ? 0 : id;
    }
}
