package dev.godwit.diff;

import static dev.godwit.diff.Scenario.BIGINT;
import static dev.godwit.diff.Scenario.INTEGER;
import static dev.godwit.diff.Scenario.column;
import static dev.godwit.diff.Scenario.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.diff.Finding.Severity;
import dev.godwit.model.Origin;
import dev.godwit.schema.Column;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final String CUSTOMER = "shop.Customer";

    private static Scenario customers(Column... columns) {
        Column[] all = new Column[columns.length + 1];
        all[0] = column("id", BIGINT).withNullable(false);
        System.arraycopy(columns, 0, all, 1, columns.length);
        return new Scenario().entity(CUSTOMER, "customers", all);
    }

    private static Finding only(Difference difference) {
        assertThat(difference.findings()).hasSize(1);
        return difference.findings().get(0);
    }

    @Test
    void aDropBesideALikelyAddCarriesALineForEachAnswer() {
        Finding finding = only(customers(column("tier", varchar(20)), column("age", INTEGER))
                .to(customers(column("level", varchar(40)), column("age", INTEGER))));

        assertThat(finding.code()).isEqualTo("GW1201");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.origin()).contains(new Origin(CUSTOMER, "level"));
        assertThat(finding.text())
                .contains("customers.level is new and customers.tier goes")
                .contains("@RenamedFrom(\"tier\")")
                .contains("@SuppressWarnings(\"GW1201\")");
    }

    @Test
    void aColumnWhoseAttributeStaysIsOfferedByItsColumn() {
        Finding finding = only(customers(column("tier", varchar(20)))
                .to(customers(column("tier_code", varchar(20))).path("customers", "tier_code", CUSTOMER, "tier")));

        assertThat(finding.text()).contains("@RenamedFrom(column = \"tier\")");
    }

    @Test
    void aDropWithoutALikelyAddIsNamedAtTheEntity() {
        Finding finding = only(customers(column("tier", varchar(20))).to(customers(column("photo", BIGINT))));

        assertThat(finding.code()).isEqualTo("GW1208");
        assertThat(finding.origin()).contains(new Origin(CUSTOMER, ""));
        assertThat(finding.text()).contains("customers.tier goes, with its values");
    }

    @Test
    void aTableBesideALikelyOneIsOffered() {
        Scenario clients = new Scenario()
                .entity("shop.Client", "clients", column("id", BIGINT).withNullable(false), column("name", varchar(9)));

        Finding finding = only(customers(column("name", varchar(9))).to(clients));

        assertThat(finding.code()).isEqualTo("GW1202");
        assertThat(finding.origin()).contains(new Origin("shop.Client", ""));
        assertThat(finding.text()).contains("@RenamedFrom(\"Customer\")");
        assertThat(only(customers(column("name", varchar(9))).to(new Scenario()))
                        .code())
                .isEqualTo("GW1209");
    }

    @Test
    void aMovedClassIsOfferedByItsQualifiedName() {
        Scenario moved = new Scenario()
                .entity(
                        "shop.crm.Customer",
                        "crm_customers",
                        column("id", BIGINT).withNullable(false));

        assertThat(only(customers().to(moved)).text()).contains("@RenamedFrom(\"shop.Customer\")");
    }

    @Test
    void aNewRequiredColumnNeedsAValueForTheRowsThatAreThere() {
        Column tier = column("tier", varchar(20)).withNullable(false);

        Finding finding = only(customers().to(customers(tier)));

        assertThat(finding.code()).isEqualTo("GW1203");
        assertThat(finding.origin()).contains(new Origin(CUSTOMER, "tier"));
        assertThat(finding.text()).contains("@ColumnDefault", "@Backfill", "nullable in this release");
        assertThat(customers()
                        .to(customers(tier.withDefault(Optional.of("'BRONZE'"))))
                        .findings())
                .isEmpty();
        assertThat(new Scenario().to(customers(tier)).findings()).isEmpty();
    }

    @Test
    void aColumnThatBecomesRequiredIsNamed() {
        Column tier = column("tier", varchar(20));

        assertThat(only(customers(tier).to(customers(tier.withNullable(false)))).code())
                .isEqualTo("GW1204");
        Difference filled =
                customers(tier).to(customers(tier.withNullable(false)).backfill("customers", "tier", "'BRONZE'"));
        assertThat(filled.findings()).isEmpty();
        assertThat(filled.up().toString()).contains("coalesce(tier, 'BRONZE')");
    }

    @Test
    void aSourceThatGoesAsksForItsWayBack() {
        Finding finding = only(customers(column("address", varchar(80)))
                .to(customers(column("street", varchar(80))).backfill("customers", "street", "upper(address)")));

        assertThat(finding.severity()).isEqualTo(Severity.HINT);
        assertThat(finding.toString())
                .startsWith("GW1214: customers.street is computed from address, which goes.")
                .contains("reverseColumn = \"address\"");
    }

    @Test
    void whatIsMergedAsksForEachWayBack() {
        Scenario names = customers(column("first_name", varchar(40)), column("last_name", varchar(40)));
        Scenario name = customers(column("name", varchar(80))).backfill("customers", "name", "first_name || last_name");

        assertThat(only(names.to(name)).toString())
                .startsWith("GW1214: customers.name is computed from first_name and last_name, which go.")
                .contains("reverse = {\"<SQL over name>\", \"<SQL over name>\"}, "
                        + "reverseColumn = {\"first_name\", \"last_name\"} in the @Backfill here.");
    }

    /** Two versions cannot have two types under one name, so a new name is the first thing to try. */
    @Test
    void whatIsComputedIsProposedWhereNothingLooksLikeARename() {
        assertThat(customers(column("name", varchar(80)))
                        .to(customers(column("first_name", varchar(40)), column("last_name", varchar(40))))
                        .findings())
                .singleElement()
                .asString()
                .startsWith("GW1208: customers.name goes, with its values, since no attribute is mapped to it.")
                .endsWith(
                        "If first_name or last_name is computed from it, write @Backfill(value = \"<SQL over name>\", "
                                + "reverse = \"<SQL over first_name, last_name>\", reverseColumn = \"name\") there.");
        assertThat(only(customers(column("age", varchar(80))).to(customers(column("age", INTEGER))))
                        .toString())
                .startsWith("GW1206")
                .endsWith("While a version runs that knows the former type, give it a column of another name instead: "
                        + "@Column(name = \"age_new\") @Backfill(value = \"<SQL over age>\", "
                        + "reverse = \"<SQL over age_new>\", reverseColumn = \"age\").");
    }

    @Test
    void aTypeThatHasNoRoomForEveryValueIsNamed() {
        assertThat(only(customers(column("name", varchar(80))).to(customers(column("name", varchar(20)))))
                        .toString())
                .startsWith("GW1205: customers.name narrows from varchar(80) to varchar(20)");
        assertThat(only(customers(column("age", varchar(80))).to(customers(column("age", INTEGER))))
                        .code())
                .isEqualTo("GW1206");
        assertThat(customers(column("age", INTEGER))
                        .to(customers(column("age", BIGINT)))
                        .findings())
                .isEmpty();
    }

    @Test
    void aRenameThatHasDoneItsWorkCanGo() {
        Finding finding = only(customers(column("level", varchar(20)))
                .to(customers(column("level", varchar(20))).renamedFrom(CUSTOMER, "level", "tier")));

        assertThat(finding.severity()).isEqualTo(Severity.HINT);
        assertThat(finding.code()).isEqualTo("GW1221");
        assertThat(finding.origin()).contains(new Origin(CUSTOMER, "level"));
    }

    @Test
    void aRenameThatCannotBeDoneIsNamed() {
        Column tier = column("tier", varchar(20));
        Column level = column("level", varchar(20));

        assertThat(codes(customers().to(customers(level).renamedFrom(CUSTOMER, "level", "teir"))))
                .containsExactly("GW1222");
        assertThat(codes(customers(tier).to(customers(tier, level).renamedFrom(CUSTOMER, "level", "tier"))))
                .containsExactly("GW1223");
        assertThat(codes(customers(tier)
                        .to(customers(level, column("rank", varchar(20)))
                                .renamedFrom(CUSTOMER, "level", "tier")
                                .renamedFrom(CUSTOMER, "rank", "tier"))))
                .contains("GW1224");
    }

    @Test
    void aNewSourceOfIdsBesideATableWithRowsIsNamed() {
        assertThat(codes(customers().to(customers().sequence(CUSTOMER, "customers_seq"))))
                .containsExactly("GW1211");
    }

    /** Migrating lets the sequence begin beyond the keys that the database has made. */
    @Test
    void aSequenceThatTakesOverFromTheDatabaseIsSeenTo() {
        Scenario made = new Scenario()
                .entity(
                        CUSTOMER,
                        "customers",
                        column("id", BIGINT).withNullable(false).withIdentity(true));
        assertThat(codes(made.to(customers().sequence(CUSTOMER, "customers_seq"))))
                .isEmpty();
        assertThat(codes(made.to(customers().sequence(CUSTOMER, "ids").sequence("shop.Order", "others"))))
                .containsExactly("GW1211");
    }

    private static List<String> codes(Difference difference) {
        return difference.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aReservedWordIsNamedWithTheDatabasesThatItHurts() {
        Finding finding = only(customers().to(customers(column("user", INTEGER))));

        assertThat(finding.code()).isEqualTo("GW1212");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.origin()).contains(new Origin(CUSTOMER, "user"));
        assertThat(finding.text())
                .contains("Column customers.user has a reserved word of PostgreSQL and H2")
                .contains("name = \"`user`\"");
    }

    @Test
    void aReservedWordOfATableIsTold() {
        Finding finding = only(new Scenario().to(new Scenario().entity("shop.Order", "Order", column("id", BIGINT))));

        assertThat(finding.text()).contains("Table Order has a reserved word of PostgreSQL, MariaDB, MySQL and H2");
    }

    @Test
    void aReservedWordBetweenQuotesOrAcceptedBeforeIsNoMatter() {
        assertThat(customers().to(customers(column("`user`", INTEGER))).findings())
                .isEmpty();
        assertThat(customers(column("user", INTEGER))
                        .to(customers(column("user", BIGINT)))
                        .findings())
                .isEmpty();
    }

    @Test
    void aNameThatADatabaseCannotHoldIsTold() {
        String name = "c".repeat(64);
        Finding finding = only(customers().to(customers(column(name, INTEGER))));

        assertThat(finding.code()).isEqualTo("GW1213");
        assertThat(finding.text())
                .contains("Column customers.%s has a name of 64 characters, more than PostgreSQL can hold"
                        .formatted(name));
    }
}
