package dev.godwit.example.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "gadgets")
public class Gadget extends Product {

    private int warrantyMonths;

    protected Gadget() {}

    public Gadget(String title, int warrantyMonths, Money price, int stock) {
        super(title, price, stock);
        this.warrantyMonths = warrantyMonths;
    }
}
