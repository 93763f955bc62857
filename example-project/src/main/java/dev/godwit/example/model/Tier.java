package dev.godwit.example.model;

/** How good a customer is, worst first. */
public enum Tier {
    BRONZE,
    SILVER,
    GOLD
}
