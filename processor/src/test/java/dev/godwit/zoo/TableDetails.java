package dev.godwit.zoo;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What Jakarta Persistence 3.2 says about tables. */
class TableDetails {

    @Entity
    @Table(
            name = "crates",
            check = @CheckConstraint(name = "ck_crates_slot", constraint = "slot > 0"),
            comment = "what is stored")
    static class Crate {
        @Id
        Long id;

        int slot;
    }
}
