package dev.godwit.example.model;

public enum OrderStatus {
    NEW,
    PAID,
    SHIPPED,
    RETURNED
}
