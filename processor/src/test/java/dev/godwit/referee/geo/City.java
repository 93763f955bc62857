package dev.godwit.referee.geo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Type;

/** A city, whose area is stored by a type of its own. */
@Entity
public class City {

    @Id
    Long id;

    @Type(AreaType.class)
    Area area;
}
