package dev.godwit.engine.bench;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;

import dev.godwit.ColumnHandle;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.TableHandle;
import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The well-known example: an address in one text becomes street, city and state, by Java code, and back again. */
final class Addresses {

    /** Every so many rows the text is no address. */
    static final int MALFORMED_EACH = 1000;

    /** A text at which the code throws. */
    static final String UNREADABLE = "?";

    private Addresses() {}

    /** The three parts. */
    record Parts(String street, String city, String state) {

        static Optional<Parts> of(String address) {
            if (address.equals(UNREADABLE)) {
                throw new IllegalStateException("nobody can read this");
            }
            String[] parts = address.split(", ", -1);
            return parts.length == 3 ? Optional.of(new Parts(parts[0], parts[1], parts[2])) : Optional.empty();
        }

        static String joined(String street, String city, String state) {
            return street + ", " + city + ", " + state;
        }
    }

    static final class People extends TableHandle<People> {
        final ColumnHandle<People, Long> id = key("id", Long.class);
        final ColumnHandle<People, String> address = column("address", String.class);
        final ColumnHandle<People, String> street = column("street", String.class);
        final ColumnHandle<People, String> city = column("city", String.class);
        final ColumnHandle<People, String> state = column("state", String.class);

        People() {
            super("people");
        }
    }

    static final class Unsplit extends TableHandle<Unsplit> {
        final ColumnHandle<Unsplit, Long> personId = key("person_id", Long.class);
        final ColumnHandle<Unsplit, String> address = column("address", String.class);

        Unsplit() {
            super("unsplit_addresses");
        }
    }

    private static final People PEOPLE = new People();
    private static final Unsplit UNSPLIT = new Unsplit();

    public static final class Table implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "people",
                    t -> t.column("id", bigint().notNull())
                            .column("address", varchar(120))
                            .primaryKey("id"));
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.dropTable("people");
        }
    }

    /** Texts that are no address are put into a table of their own, for people to look at and for the way back. */
    public static final class Split implements Migration {
        @Override
        public void up(SchemaChanges schema) {
            schema.createTable(
                    "unsplit_addresses",
                    t -> t.column("person_id", bigint().notNull())
                            .column("address", varchar(120))
                            .primaryKey("person_id"));
            schema.table("people")
                    .addColumn("street", varchar(60))
                    .addColumn("city", varchar(60))
                    .addColumn("state", varchar(60));
            schema.transform(PEOPLE)
                    .read(List.of(PEOPLE.id, PEOPLE.address))
                    .write(List.of(PEOPLE.street, PEOPLE.city, PEOPLE.state))
                    .insert(UNSPLIT, List.of(UNSPLIT.personId, UNSPLIT.address))
                    .each((row, out) -> {
                        String address = row.get(PEOPLE.address).orElseThrow();
                        Optional<Parts> parts = Parts.of(address);
                        if (parts.isPresent()) {
                            out.set(PEOPLE.street, parts.get().street())
                                    .set(PEOPLE.city, parts.get().city())
                                    .set(PEOPLE.state, parts.get().state());
                        } else {
                            out.insert(UNSPLIT)
                                    .set(UNSPLIT.personId, row.get(PEOPLE.id).orElseThrow())
                                    .set(UNSPLIT.address, address);
                        }
                    });
            schema.dropForGood().table("people").dropColumn("address");
        }

        @Override
        public void down(SchemaChanges schema) {
            schema.table("people").addColumn("address", varchar(120));
            schema.transform(PEOPLE)
                    .read(List.of(PEOPLE.street, PEOPLE.city, PEOPLE.state))
                    .write(PEOPLE.address)
                    .each((row, out) -> row.get(PEOPLE.street)
                            .ifPresent(street -> out.set(
                                    PEOPLE.address,
                                    Parts.joined(
                                            street,
                                            row.get(PEOPLE.city).orElseThrow(),
                                            row.get(PEOPLE.state).orElseThrow()))));
            schema.transform(UNSPLIT)
                    .read(List.of(UNSPLIT.personId, UNSPLIT.address))
                    .update(PEOPLE, List.of(PEOPLE.id), List.of(PEOPLE.address))
                    .each((row, out) -> out.update(PEOPLE)
                            .set(PEOPLE.id, row.get(UNSPLIT.personId).orElseThrow())
                            .set(PEOPLE.address, row.get(UNSPLIT.address).orElseThrow()));
            schema.dropForGood()
                    .table("people")
                    .dropColumn("state")
                    .dropColumn("city")
                    .dropColumn("street");
            schema.dropForGood().dropTable("unsplit_addresses");
        }
    }

    static void fill(TestDatabase database, int rows) throws SQLException {
        String series = database.kind() == DatabaseKind.POSTGRESQL
                ? "generate_series(1, %d) as s(i)"
                : "(select seq as i from seq_1_to_%d) s";
        database.execute(("insert into people (id, address) select i, case when mod(i, " + MALFORMED_EACH
                        + ") = 0 then concat('somewhere ', i) else concat(i, ' Main Street, City ', mod(i, 997),"
                        + " ', State ', mod(i, 50)) end from " + series)
                .formatted(rows));
    }

    /** Of each row with its key, whatever their order. */
    static String checksum(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL
                ? "select count(*) || ' ' || sum(hashtextextended(concat(id, ':', address), 0)) from people"
                : "select concat(count(*), ' ', sum(crc32(concat(id, ':', address)))) from people";
    }
}
