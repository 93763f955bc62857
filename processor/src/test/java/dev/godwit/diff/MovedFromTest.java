package dev.godwit.diff;

import static dev.godwit.diff.Scenario.BIGINT;
import static dev.godwit.diff.Scenario.INTEGER;
import static dev.godwit.diff.Scenario.column;
import static dev.godwit.diff.Scenario.id;
import static dev.godwit.diff.Scenario.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.diff.Finding.Severity;
import dev.godwit.model.Origin;
import dev.godwit.schema.Column;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Values that move to another table: what is declared, what is asked, what cannot be done. */
class MovedFromTest {

    private static final String PERSON = "crm.Person";
    private static final String DETAILS = "crm.Details";
    private static final QualifiedName PEOPLE = QualifiedName.of("people");
    private static final QualifiedName DETAIL = QualifiedName.of("details");
    private static final Column BIO = column("bio", varchar(1000));
    private static final Column PHONES = column("phones", varchar(255)).withNullable(false);
    private static final Column TOWN = column("town", varchar(80));

    private static Column key(String name) {
        return column(name, BIGINT).withNullable(false);
    }

    private static Scenario people(Column... more) {
        return new Scenario().entity(PERSON, "people", columns(key("id"), more));
    }

    private static Column[] columns(Column key, Column... more) {
        Column[] columns = new Column[more.length + 1];
        columns[0] = key;
        System.arraycopy(more, 0, columns, 1, more.length);
        return columns;
    }

    /** People and their details, which share the primary key. */
    private static Scenario details(Scenario people, Column... columns) {
        return people.entity(DETAILS, "details", columns(key("person_id"), columns))
                .foreignKey("fk_details", "details", "person_id", "people", "id");
    }

    private static Pair pair(String from, String to) {
        return new Pair(id(from), id(to));
    }

    private static MoveValues move(QualifiedName from, QualifiedName to, Pair join, boolean newRows, Pair... columns) {
        return new MoveValues(from, to, List.of(join), List.of(columns), newRows);
    }

    private static List<String> kinds(List<Change> changes) {
        return changes.stream().map(change -> change.getClass().getSimpleName()).toList();
    }

    private static Finding only(Difference difference) {
        assertThat(difference.findings()).hasSize(1);
        return difference.findings().get(0);
    }

    @Test
    void aTableThatIsSplitTakesItsValuesAlongAndBringsThemBack() {
        Difference difference = people(BIO, TOWN)
                .to(details(people(), BIO, column("city", varchar(80)))
                        .movedFrom("details", "bio", "people", "bio")
                        .movedFrom("details", "city", "people", "town"));

        assertThat(kinds(difference.up()))
                .containsExactly("CreateTable", "MoveValues", "AddForeignKey", "DropColumn", "DropColumn");
        assertThat(difference.up())
                .contains(
                        move(PEOPLE, DETAIL, pair("id", "person_id"), true, pair("bio", "bio"), pair("town", "city")));
        assertThat(kinds(difference.down())).containsExactly("AddColumn", "AddColumn", "MoveValues", "DropTable");
        assertThat(difference.down())
                .contains(
                        move(DETAIL, PEOPLE, pair("person_id", "id"), false, pair("bio", "bio"), pair("city", "town")));
        assertThat(difference.findings()).isEmpty();
    }

    @Test
    void aRequiredColumnIsFilledBeforeItMayNotBeEmpty() {
        Column required = TOWN.withNullable(false);
        Difference difference =
                people(required).to(details(people(), required).movedFrom("details", "town", "people", "town"));

        assertThat(kinds(difference.down())).containsExactly("AddColumn", "MoveValues", "AlterColumn", "DropTable");
        assertThat(difference.down())
                .startsWith(
                        new AddColumn(PEOPLE, TOWN, Optional.empty()),
                        move(DETAIL, PEOPLE, pair("person_id", "id"), false, pair("town", "town")),
                        new AlterColumn(PEOPLE, TOWN, required, Optional.empty()));
        assertThat(difference.findings()).isEmpty();
    }

    @Test
    void aTableThatGoesGivesItsValuesToTheOneWhoseKeyItShares() {
        Difference difference = details(people(), BIO).to(people(BIO).movedFrom("people", "bio", "details", "bio"));

        assertThat(kinds(difference.up())).containsExactly("AddColumn", "MoveValues", "DropTable");
        assertThat(difference.up()).contains(move(DETAIL, PEOPLE, pair("person_id", "id"), false, pair("bio", "bio")));
        assertThat(kinds(difference.down()))
                .containsExactly("CreateTable", "MoveValues", "AddForeignKey", "DropColumn");
        assertThat(difference.down()).contains(move(PEOPLE, DETAIL, pair("id", "person_id"), true, pair("bio", "bio")));
        assertThat(difference.findings()).isEmpty();
    }

    @Test
    void aSingleValueBecomesACollection() {
        Difference difference = people(TOWN)
                .to(people().table(PERSON, "towns", "person_towns", key("person_id"), column("towns", varchar(80)))
                        .foreignKey("fk_towns", "person_towns", "person_id", "people", "id")
                        .movedFrom("person_towns", "towns", "people", "town"));

        assertThat(difference.up())
                .contains(move(
                        PEOPLE,
                        QualifiedName.of("person_towns"),
                        pair("id", "person_id"),
                        true,
                        pair("town", "towns")));
        assertThat(difference.findings()).isEmpty();
    }

    @Test
    void subclassesMeetInTheRowOfTheirRoot() {
        Difference difference = details(people(), BIO)
                .to(details(people())
                        .entity("crm.Extra", "extras", columns(key("id"), BIO))
                        .foreignKey("fk_extras", "extras", "id", "people", "id")
                        .movedFrom("extras", "bio", "details", "bio"));

        assertThat(difference.up())
                .contains(move(DETAIL, QualifiedName.of("extras"), pair("person_id", "id"), true, pair("bio", "bio")));
    }

    @Test
    void whatIsRenamedBesideItIsNamedAsItIsAtThatMoment() {
        Scenario persons = new Scenario()
                .entity(PERSON, "persons", key("id"))
                .renamedInDatabase(PERSON, "", "people")
                .entity(DETAILS, "details", columns(key("person_id"), BIO))
                .foreignKey("fk_details", "details", "person_id", "persons", "id")
                .movedFrom("details", "bio", "people", "bio");
        Difference difference = people(BIO).to(persons);

        assertThat(difference.up())
                .contains(move(QualifiedName.of("persons"), DETAIL, pair("id", "person_id"), true, pair("bio", "bio")));
        assertThat(difference.down())
                .contains(move(DETAIL, PEOPLE, pair("person_id", "id"), false, pair("bio", "bio")));
    }

    @Test
    void aColumnThatGoesAndComesInATableThatBelongsToItIsAskedAbout() {
        Finding finding = only(people(BIO).to(details(people(), BIO)));

        assertThat(finding.code()).isEqualTo("GW1231");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.origin()).contains(new Origin(DETAILS, "bio"));
        assertThat(finding.text())
                .contains("details.bio is new and people.bio goes, with its values.")
                .contains("@MovedFrom(table = \"people\")")
                .contains("@SuppressWarnings(\"GW1231\")");
        assertThat(only(details(people(), BIO).to(people(BIO))).text())
                .contains("people.bio is new and details.bio goes", "@MovedFrom(table = \"details\")");
    }

    /** A column beside it that wants a value can have one that moves, too; a key of its own cannot. */
    @Test
    void itIsAskedAboutWhereRowsCanBeMade() {
        assertThat(people(BIO)
                        .to(details(people(), BIO, TOWN.withNullable(false)))
                        .findings())
                .anyMatch(finding -> finding.code().equals("GW1231"));
        Scenario notes = people().entity("crm.Note", "notes", columns(key("id"), column("person_id", BIGINT), BIO))
                .foreignKey("fk_notes", "notes", "person_id", "people", "id");
        assertThat(only(people(BIO).to(notes)).code()).isEqualTo("GW1208");
    }

    private static Scenario withPhones(Scenario people, Column... beside) {
        return people.table(PERSON, "phones", "person_phones", columns(key("person_id"), columns(PHONES, beside)))
                .foreignKey("fk_phones", "person_phones", "person_id", "people", "id");
    }

    /** A collection has another name than a value, and its table holds nothing else. */
    @Test
    void aCollectionOfAnotherNameIsAskedAbout() {
        Column phone = column("phone", varchar(255));
        assertThat(only(people(phone).to(withPhones(people()))).toString())
                .startsWith("GW1231: person_phones.phones is new and people.phone goes, with its values.")
                .contains("@MovedFrom(table = \"people\", column = \"phone\") here");
        assertThat(only(withPhones(people()).to(people(phone))).toString())
                .startsWith("GW1231: people.phone is new and person_phones.phones goes, with its values.")
                .contains("@MovedFrom(table = \"person_phones\", column = \"phones\") here");
    }

    /** The elements of a set are part of its key. */
    @Test
    void aSetIsAskedAboutAsAListIs() {
        UnaryOperator<Table> set = table -> table.withPrimaryKey(
                Optional.of(new PrimaryKey(Optional.empty(), List.of(id("person_id"), id("phones")))));
        Column phone = column("phone", varchar(255));
        assertThat(only(people(phone).to(withPhones(people()).with("person_phones", set)))
                        .code())
                .isEqualTo("GW1231");
        assertThat(only(withPhones(people()).with("person_phones", set).to(people(phone)))
                        .code())
                .isEqualTo("GW1231");
        Column same = column("phones", varchar(255));
        assertThat(only(people(same).to(withPhones(people()).with("person_phones", set)))
                        .text())
                .contains("@MovedFrom(table = \"people\") here");
    }

    @Test
    void anotherNameIsAskedAboutOnlyWhereNothingIsMoreLikely() {
        Column phone = column("phone", varchar(255));
        assertThat(people(phone)
                        .to(withPhones(people(column("mobile", varchar(255)))))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("GW1201");
        assertThat(only(people(phone).to(withPhones(people(), TOWN))).code()).isEqualTo("GW1208");
        assertThat(only(people(BIO).to(withPhones(people()))).code()).isEqualTo("GW1208");
    }

    @Test
    void whatOnlyHasTheSameNameIsNotAskedAbout() {
        assertThat(only(people(BIO).to(details(people(), column("bio", INTEGER))))
                        .code())
                .isEqualTo("GW1208");
        Scenario stranger = people().entity("crm.Book", "books", columns(key("id"), BIO));
        assertThat(only(people(BIO).to(stranger)).code()).isEqualTo("GW1208");
    }

    @Test
    void whatIsDoneCanGo() {
        Scenario done = details(people(), BIO);
        Finding finding = only(done.to(details(people(), BIO).movedFrom("details", "bio", "people", "bio")));

        assertThat(finding.severity()).isEqualTo(Severity.HINT);
        assertThat(finding.toString()).startsWith("GW1232: @MovedFrom for details.bio has done its work and can go");
    }

    @Test
    void aColumnThatTheSnapshotDoesNotHaveIsAnError() {
        Finding finding =
                only(people(BIO).to(details(people(BIO), TOWN).movedFrom("details", "town", "people", "town")));
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.toString())
                .startsWith(
                        "GW1233: @MovedFrom for details.town names the column people.town, which the snapshot does not have.");
        assertThat(only(people(BIO).to(people(BIO, TOWN).movedFrom("people", "town", "people", "bio")))
                        .text())
                .contains("names the table that it is in", "@RenamedFrom(column = \"bio\")");
    }

    @Test
    void rowsThatBelongTogetherInNoWayOrInSeveralAreAnError() {
        Scenario books = people().entity("crm.Book", "books", columns(key("id"), BIO));
        assertThat(people(BIO)
                        .to(books.movedFrom("books", "bio", "people", "bio"))
                        .findings())
                .anyMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.toString()
                                .startsWith("GW1234: @MovedFrom for books.bio: nothing says which rows of people"));

        Scenario orders = people().entity(
                        "crm.Order",
                        "orders",
                        columns(key("id"), column("buyer", BIGINT), column("payer", BIGINT), BIO))
                .foreignKey("fk_buyer", "orders", "buyer", "people", "id")
                .foreignKey("fk_payer", "orders", "payer", "people", "id")
                .movedFrom("orders", "bio", "people", "bio");
        assertThat(people(BIO).to(orders).findings())
                .anyMatch(finding -> finding.toString()
                        .startsWith("GW1235: @MovedFrom for orders.bio: rows of people belong to rows of orders in more"
                                + " than one way, by id = buyer, and by id = payer."));
    }

    /** It has no values yet, by which rows could be found. */
    @Test
    void aForeignKeyThatIsNewInATableWithRowsLeadsNowhere() {
        Scenario before = people(BIO).entity("crm.Book", "books", key("id"));
        Scenario after = people().entity("crm.Book", "books", columns(key("id"), column("author", BIGINT), BIO))
                .foreignKey("fk_author", "books", "author", "people", "id")
                .movedFrom("books", "bio", "people", "bio");

        assertThat(before.to(after).findings())
                .anyMatch(finding -> finding.code().equals("GW1234"));
    }

    @Test
    void aColumnMovesToOnePlaceOnly() {
        Difference difference = people(BIO)
                .to(details(people(), BIO, column("text", varchar(1000)))
                        .movedFrom("details", "bio", "people", "bio")
                        .movedFrom("details", "text", "people", "bio"));

        assertThat(difference.findings())
                .anyMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.toString()
                                .startsWith("GW1236: @MovedFrom for details.text names people.bio, as the one for"
                                        + " details.bio does."));
    }

    @Test
    void rowsThatWantMoreThanMovesAreAnError() {
        Scenario after = people().entity("crm.Note", "notes", columns(key("id"), column("person_id", BIGINT), BIO))
                .foreignKey("fk_notes", "notes", "person_id", "people", "id")
                .movedFrom("notes", "bio", "people", "bio");

        assertThat(people(BIO).to(after).findings())
                .anyMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.toString()
                                .startsWith("GW1237: @MovedFrom for notes.bio: rows of notes are made for the values,"
                                        + " and notes.id, which is NOT NULL, gets none."));
    }

    @Test
    void aColumnThatStaysIsCopiedAndNothingComesBack() {
        Difference difference = people(BIO).to(details(people(BIO), BIO).movedFrom("details", "bio", "people", "bio"));

        assertThat(kinds(difference.up())).containsExactly("CreateTable", "MoveValues", "AddForeignKey");
        assertThat(kinds(difference.down())).containsExactly("DropTable");
        assertThat(only(difference).code()).isEqualTo("GW1238");
    }

    @Test
    void aColumnOfAnotherTypeIsAnError() {
        Difference difference =
                people(BIO).to(details(people(), column("bio", INTEGER)).movedFrom("details", "bio", "people", "bio"));

        assertThat(difference.findings())
                .anyMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.toString()
                                .startsWith("GW1239: @MovedFrom for details.bio: the values of people.bio are"
                                        + " varchar(1000), and it is integer."));
    }
}
