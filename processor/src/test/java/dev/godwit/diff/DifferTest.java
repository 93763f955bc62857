package dev.godwit.diff;

import static dev.godwit.diff.Scenario.BIGINT;
import static dev.godwit.diff.Scenario.INTEGER;
import static dev.godwit.diff.Scenario.column;
import static dev.godwit.diff.Scenario.id;
import static dev.godwit.diff.Scenario.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropCheck;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropTable;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Column.Generated;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferTest {

    private static final String CUSTOMER = "shop.Customer";
    private static final String CLIENT = "shop.Client";
    private static final QualifiedName CUSTOMERS = QualifiedName.of("customers");
    private static final QualifiedName ORDERS = QualifiedName.of("orders");

    private static Scenario customers(Column... more) {
        Column[] columns = new Column[more.length + 1];
        columns[0] = column("id", BIGINT).withNullable(false);
        System.arraycopy(more, 0, columns, 1, more.length);
        return new Scenario().entity(CUSTOMER, "customers", columns);
    }

    private static List<String> kinds(List<Change> changes) {
        return changes.stream().map(change -> change.getClass().getSimpleName()).toList();
    }

    @Test
    void aNewColumnIsAddedAndItsValueForExistingRowsGoesWithIt() {
        Column tier = column("tier", varchar(20)).withNullable(false);

        Difference difference = customers().to(customers(tier).backfill("customers", "tier", "'BRONZE'"));

        assertThat(difference.up()).containsExactly(new AddColumn(CUSTOMERS, tier, Optional.of("'BRONZE'")));
        assertThat(difference.down()).containsExactly(new DropColumn(CUSTOMERS, tier.name()));
        assertThat(difference.findings()).isEmpty();
    }

    @Test
    void aColumnThatIsSplitComesBackAsItIsStated() {
        Column street = column("street", varchar(80));

        Difference difference = customers(column("address", varchar(200)))
                .to(customers(street)
                        .backfill("customers", "street", "split_part(address, ',', 1)")
                        .reverse("customers", "address", "street || ', nowhere'"));

        assertThat(difference.up())
                .containsExactly(
                        new AddColumn(CUSTOMERS, street, Optional.of("split_part(address, ',', 1)")),
                        new DropColumn(CUSTOMERS, id("address")));
        assertThat(difference.down())
                .containsExactly(
                        new AddColumn(CUSTOMERS, column("address", varchar(200)), Optional.of("street || ', nowhere'")),
                        new DropColumn(CUSTOMERS, street.name()));
        assertThat(difference.findings()).isEmpty();
    }

    @Test
    void aTypeIsConvertedAsItIsStatedBothWays() {
        Column text = column("score", varchar(20));
        Column number = column("score", INTEGER);

        Difference difference = customers(text)
                .to(customers(number)
                        .backfill("customers", "score", "cast(score as integer)")
                        .reverse("customers", "score", "cast(score as varchar(20))"));

        assertThat(difference.up())
                .containsExactly(new AlterColumn(CUSTOMERS, text, number, Optional.of("cast(score as integer)")));
        assertThat(difference.down())
                .containsExactly(new AlterColumn(CUSTOMERS, number, text, Optional.of("cast(score as varchar(20))")));
        assertThat(difference.findings()).isEmpty();
    }

    @Test
    void aBackfillThatWasLeftBehindConvertsNothing() {
        Column tier = column("tier", varchar(20));
        Column longer = column("tier", varchar(40));

        Difference difference = customers(tier).to(customers(longer).backfill("customers", "tier", "'BRONZE'"));

        assertThat(difference.up()).containsExactly(new AlterColumn(CUSTOMERS, tier, longer, Optional.empty()));
    }

    @Test
    void aReverseIsTranslatedToTheNameOfATableBeforeItsRename() {
        Difference difference = new Scenario()
                .entity("shop.Client", "clients", column("id", BIGINT), column("score", varchar(20)))
                .to(new Scenario()
                        .entity("shop.Customer", "customers", column("id", BIGINT), column("score", INTEGER))
                        .renamedFrom("shop.Customer", "", "Client")
                        .backfill("customers", "score", "cast(score as integer)")
                        .reverse("customers", "score", "cast(score as varchar(20))"));

        assertThat(difference.down().toString()).contains("cast(score as varchar(20))");
    }

    @Test
    void aColumnIsRenamedWithItsAttributeAndKeepsTheNamesOfItsConstraints() {
        Scenario before = customers(column("name", varchar(80)))
                .with(
                        "customers",
                        table -> table.plus(new UniqueKey(
                                Optional.of(id("uk_made_of_name")), List.of(id("name")), Optional.empty())));
        Scenario after = customers(column("title", varchar(80)))
                .with(
                        "customers",
                        table -> table.plus(new UniqueKey(
                                Optional.of(id("uk_made_of_title")), List.of(id("title")), Optional.empty())))
                .generatedName("customers", "uk_made_of_title")
                .renamedFrom(CUSTOMER, "title", "name");

        Difference difference = before.to(after);

        assertThat(difference.up()).containsExactly(new RenameColumn(CUSTOMERS, id("name"), id("title")));
        assertThat(difference.down()).containsExactly(new RenameColumn(CUSTOMERS, id("title"), id("name")));
        assertThat(difference.findings()).isEmpty();
    }

    @Test
    void whatComesFromARenamedClassIsRenamedWithIt() {
        Scenario before = customers()
                .sequence(CUSTOMER, "customers_seq")
                .table(CUSTOMER, "roles", "customers_roles", column("customer_id", BIGINT), column("role", INTEGER))
                .path("customers_roles", "customer_id", CUSTOMER, "roles/owner")
                .foreignKey("fk_old", "customers_roles", "customer_id", "customers", "id");
        Scenario after = new Scenario()
                .entity(CLIENT, "clients", column("id", BIGINT).withNullable(false))
                .sequence(CLIENT, "clients_seq")
                .table(CLIENT, "roles", "clients_roles", column("client_id", BIGINT), column("role", INTEGER))
                .path("clients_roles", "client_id", CLIENT, "roles/owner")
                .foreignKey("fk_new", "clients_roles", "client_id", "clients", "id")
                .generatedName("clients_roles", "fk_new")
                .renamedFrom(CLIENT, "", "Customer");

        assertThat(before.to(after).up())
                .containsExactly(
                        new RenameTable(CUSTOMERS, QualifiedName.of("clients")),
                        new RenameTable(QualifiedName.of("customers_roles"), QualifiedName.of("clients_roles")),
                        new RenameColumn(QualifiedName.of("clients_roles"), id("customer_id"), id("client_id")),
                        new RenameSequence(QualifiedName.of("customers_seq"), QualifiedName.of("clients_seq")));
    }

    @Test
    void whatIsNamedAfterARenamedTableIsRenamedWithIt() {
        Scenario before = customers()
                .sequence(CUSTOMER, "customers_seq")
                .table(CUSTOMER, "roles", "customers_roles", column("owner", BIGINT));
        Scenario after = new Scenario()
                .entity(CUSTOMER, "clients", column("id", BIGINT).withNullable(false))
                .sequence(CUSTOMER, "clients_seq")
                .table(CUSTOMER, "roles", "clients_roles", column("owner", BIGINT))
                .renamedInDatabase(CUSTOMER, "", "customers");

        assertThat(kinds(before.to(after).up())).containsExactly("RenameTable", "RenameTable", "RenameSequence");
    }

    @Test
    void aColumnThatRefersToARenamedOneIsRenamedWithIt() {
        Scenario before = customers()
                .entity("shop.Order", "orders", column("id", BIGINT), column("customer_id", BIGINT))
                .path("orders", "customer_id", "shop.Order", "customer")
                .foreignKey("fk", "orders", "customer_id", "customers", "id");
        Scenario after = new Scenario()
                .entity(CUSTOMER, "customers", column("number", BIGINT).withNullable(false))
                .entity("shop.Order", "orders", column("id", BIGINT), column("customer_number", BIGINT))
                .path("orders", "customer_number", "shop.Order", "customer")
                .foreignKey("fk", "orders", "customer_number", "customers", "number")
                .renamedFrom(CUSTOMER, "number", "id");

        assertThat(before.to(after).up())
                .containsExactly(
                        new RenameColumn(CUSTOMERS, id("id"), id("number")),
                        new RenameColumn(ORDERS, id("customer_id"), id("customer_number")));
    }

    @Test
    void fieldsMoveIntoAnEmbeddable() {
        Scenario before = customers(column("street", varchar(80)), column("city", varchar(80)));
        Scenario after = customers(column("address_street", varchar(80)), column("town", varchar(80)))
                .path("customers", "address_street", CUSTOMER, "address.street")
                .path("customers", "town", CUSTOMER, "address.town")
                .renamedFrom(CUSTOMER, "address.street", "street")
                .renamedInDatabase(CUSTOMER, "address.town", "city");

        assertThat(before.to(after).up())
                .containsExactly(
                        new RenameColumn(CUSTOMERS, id("city"), id("town")),
                        new RenameColumn(CUSTOMERS, id("street"), id("address_street")));
    }

    @Test
    void aNameThatIsFreedCanBeTakenByAnotherTable() {
        Scenario after = new Scenario()
                .entity(CLIENT, "clients", column("id", BIGINT).withNullable(false))
                .entity("shop.VipCustomer", "customers", column("id", BIGINT).withNullable(false))
                .renamedInDatabase(CLIENT, "", "customers");

        Difference difference = customers().to(after);

        assertThat(kinds(difference.up())).containsExactly("RenameTable", "CreateTable");
        assertThat(kinds(difference.down())).containsExactly("DropTable", "RenameTable");
    }

    @Test
    void aClassMayTakeTheNameOfARenamedOne() {
        Scenario before = customers().sequence(CUSTOMER, "customers_seq");
        Scenario after = customers()
                .sequence(CUSTOMER, "customers_seq")
                .entity(CLIENT, "clients", column("id", BIGINT).withNullable(false))
                .sequence(CLIENT, "clients_seq")
                .renamedFrom(CLIENT, "", "Customer");

        assertThat(kinds(before.to(after).up()))
                .containsExactly("RenameTable", "RenameSequence", "CreateSequence", "CreateTable");
    }

    @Test
    void aNameThatIsFreedCanBeTakenByAnotherAttribute() {
        Difference difference = customers(column("name", varchar(80)))
                .to(customers(column("name", INTEGER), column("title", varchar(80)))
                        .renamedFrom(CUSTOMER, "title", "name"));

        assertThat(kinds(difference.up())).containsExactly("RenameColumn", "AddColumn");
        assertThat(kinds(difference.down())).containsExactly("DropColumn", "RenameColumn");
        assertThat(difference.findings()).extracting(Finding::code).containsExactly("GW1223");
    }

    @Test
    void constraintsUnderANameThatHibernateMadeUpAreTheSameByStructure() {
        Scenario before = orders("fk_old");
        Scenario after = orders("fk_new").generatedName("orders", "fk_new");

        assertThat(before.to(after).isEmpty()).isTrue();
        assertThat(kinds(before.to(orders("fk_chosen")).up())).containsExactly("DropForeignKey", "AddForeignKey");
    }

    private static Scenario orders(String foreignKey) {
        return customers()
                .entity("shop.Order", "orders", column("id", BIGINT), column("customer_id", BIGINT))
                .foreignKey(foreignKey, "orders", "customer_id", "customers", "id");
    }

    @Test
    void theTypeOfAKeyChangesTogetherWithTheColumnsThatReferToIt() {
        Scenario before = new Scenario()
                .entity(CUSTOMER, "customers", column("id", INTEGER).withNullable(false))
                .entity("shop.Order", "orders", column("id", BIGINT), column("customer_id", INTEGER))
                .foreignKey("fk", "orders", "customer_id", "customers", "id");

        List<Change> up = before.to(orders("fk")).up();

        assertThat(kinds(up)).containsExactly("DropForeignKey", "AlterColumn", "AlterColumn", "AddForeignKey");
    }

    @Test
    void aForeignKeyMakesWayForTheKeyThatItMakesUseOf() {
        Scenario oneToOne = orders("fk")
                .with(
                        "orders",
                        table -> table.plus(
                                new UniqueKey(Optional.of(id("uk")), List.of(id("customer_id")), Optional.empty())));

        assertThat(kinds(oneToOne.to(orders("fk")).up()))
                .containsExactly("DropForeignKey", "DropUnique", "AddForeignKey");
    }

    @Test
    void tablesThatReferToEachOtherGetTheirForeignKeysAtTheEndAndLoseThemFirst() {
        Scenario circle = new Scenario()
                .entity("shop.A", "a", column("id", BIGINT), column("b_id", BIGINT))
                .entity("shop.B", "b", column("id", BIGINT), column("a_id", BIGINT))
                .foreignKey("fk_a", "a", "b_id", "b", "id")
                .foreignKey("fk_b", "b", "a_id", "a", "id");

        Difference difference = new Scenario().to(circle);

        assertThat(kinds(difference.up()))
                .containsExactly("CreateTable", "CreateTable", "AddForeignKey", "AddForeignKey");
        assertThat(kinds(difference.down()))
                .containsExactly("DropForeignKey", "DropForeignKey", "DropTable", "DropTable");
    }

    @Test
    void aCheckThatNamesARenamedColumnGoesBeforeAndComesBehind() {
        Check before = new Check(Optional.of(id("ck")), "amount > 0");
        Check after = new Check(Optional.of(id("ck")), "total > 0");

        List<Change> up = customers(column("amount", INTEGER))
                .with("customers", table -> table.plus(before))
                .to(customers(column("total", INTEGER))
                        .with("customers", table -> table.plus(after))
                        .renamedFrom(CUSTOMER, "total", "amount"))
                .up();

        assertThat(up)
                .containsExactly(
                        new DropCheck(CUSTOMERS, before),
                        new RenameColumn(CUSTOMERS, id("amount"), id("total")),
                        new AddCheck(CUSTOMERS, after));
    }

    @Test
    void aCheckOnARenamedColumnGoesBeforeAndComesBehindToo() {
        Column amount = column("amount", INTEGER).plus(new Check(Optional.empty(), "amount > 0"));
        Column total = column("total", INTEGER).plus(new Check(Optional.empty(), "total > 0"));

        List<Change> up = customers(amount)
                .to(customers(total).renamedFrom(CUSTOMER, "total", "amount"))
                .up();

        assertThat(up)
                .containsExactly(
                        new AlterColumn(CUSTOMERS, amount, column("amount", INTEGER), Optional.empty()),
                        new RenameColumn(CUSTOMERS, id("amount"), id("total")),
                        new AlterColumn(CUSTOMERS, column("total", INTEGER), total, Optional.empty()));
    }

    @Test
    void aColumnComputedFromARenamedOneIsMadeAgain() {
        Column computed = column("twice", INTEGER);

        List<Change> up = customers(
                        column("amount", INTEGER),
                        computed.withGenerated(Optional.of(new Generated("2 * amount", true))))
                .to(customers(
                                column("total", INTEGER),
                                computed.withGenerated(Optional.of(new Generated("2 * total", true))))
                        .renamedFrom(CUSTOMER, "total", "amount"))
                .up();

        assertThat(kinds(up)).containsExactly("DropColumn", "RenameColumn", "AddColumn");
    }

    @Test
    void aTableGoesAfterTheForeignKeysToIt() {
        List<Change> up = orders("fk")
                .to(new Scenario().entity("shop.Order", "orders", column("id", BIGINT), column("customer_id", BIGINT)))
                .up();

        assertThat(up).containsExactly(new DropForeignKey(ORDERS, id("fk")), new DropTable(CUSTOMERS));
    }

    @Test
    void aForeignKeyToANewTableFollowsTheTable() {
        List<Change> up = new Scenario()
                .entity("shop.Order", "orders", column("id", BIGINT), column("customer_id", BIGINT))
                .to(orders("fk"))
                .up();

        assertThat(up).hasExactlyElementsOfTypes(CreateTable.class, AddForeignKey.class);
    }
}
