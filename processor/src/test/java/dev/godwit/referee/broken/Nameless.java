package dev.godwit.referee.broken;

import jakarta.persistence.Entity;

/** An entity without identifier, which Hibernate refuses. */
@Entity
public class Nameless {

    String name;
}
