package dev.godwit.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;

/** Collections whose rows have ids. Hibernate 6.6 cannot tell their types from the annotation alone. */
class CollectionIds {

    @Entity
    static class Notebook {
        @Id
        Long id;

        @ElementCollection
        @CollectionId(column = @Column(name = "note_id"), generator = "sequence")
        @CollectionIdJavaClass(idType = Long.class)
        List<String> notes;
    }
}
