package dev.godwit.zoo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.PartitionKey;

/** Rows parted by a column, which belongs to the primary key on every database but H2. */
class PartitionedRows {

    @Entity
    static class Ledger {
        @Id
        Long id;

        @PartitionKey
        Integer region;
    }

    @Entity
    static class Posting {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "ledger_id", referencedColumnName = "id")
        @JoinColumn(name = "ledger_region", referencedColumnName = "region")
        Ledger ledger;
    }
}
