package audited;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;

/** An audited entity with a table of revisions of the application's own. */
class Revised {

    @Entity
    @RevisionEntity
    @Table(name = "changes")
    static class Change {
        @Id
        @GeneratedValue
        @RevisionNumber
        @Column(name = "change_no")
        Long number;

        @RevisionTimestamp
        Instant moment;

        String reason;
    }

    @Entity
    @Audited
    static class Note {
        @Id
        Long id;

        String text;
    }
}
