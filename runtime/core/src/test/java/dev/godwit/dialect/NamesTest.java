package dev.godwit.dialect;

import static dev.godwit.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, Customer, Customer, customer",
        "H2, Customer, Customer, CUSTOMER",
        "MARIADB, Customer, Customer, Customer",
        "POSTGRESQL, Order, \"order\", order",
        "H2, Order, \"ORDER\", ORDER",
        "MYSQL, Order, `Order`, Order",
        "POSTGRESQL, `Customer`, \"Customer\", Customer",
        "POSTGRESQL, two words, \"two words\", two words",
        "H2, Größe, Größe, GRÖSSE",
        "MARIADB, 2nd, `2nd`, 2nd"
    })
    void namesAreQuotedOnlyWhereTheyMustBe(DatabaseKind kind, String name, String written, String held) {
        Dialect dialect = Dialects.of(kind);

        assertThat(dialect.quote(Identifier.of(name))).isEqualTo(written);
        assertThat(dialect.catalogName(Identifier.of(name))).isEqualTo(held);
    }

    @Test
    void aQuoteInsideANameIsDoubled() {
        assertThat(Dialects.of(DatabaseKind.POSTGRESQL).quote(new Identifier("a\"b", true)))
                .isEqualTo("\"a\"\"b\"");
        assertThat(Dialects.of(DatabaseKind.MYSQL).quote(new Identifier("a`b", true)))
                .isEqualTo("`a``b`");
    }

    @Test
    void aCatalogQualifiesOnMysqlAndASchemaElsewhere() {
        QualifiedName name = QualifiedName.of("main.sales.orders");

        assertThat(Dialects.of(DatabaseKind.POSTGRESQL).quote(name)).isEqualTo("sales.orders");
        assertThat(Dialects.of(DatabaseKind.MARIADB).quote(name)).isEqualTo("main.orders");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aNameThatIsTooLongIsRefused(DatabaseKind kind) {
        Dialect dialect = Dialects.of(kind);
        String longest = "x".repeat(dialect.maxNameLength());

        assertThat(dialect.quote(Identifier.of(longest))).isEqualTo(longest);
        assertThatThrownBy(() -> dialect.plan(
                        Scenario.record(schema -> schema.createTable(longest + "x", t -> t.column("id", integer()))),
                        () -> Schema.EMPTY))
                .isInstanceOf(DialectException.class)
                .hasMessageStartingWith("GW3101: The name " + longest + "x is longer than the");
    }

    @Test
    void postgresqlCountsBytes() {
        assertThat(Dialects.of(DatabaseKind.POSTGRESQL).nameLength(Identifier.of("Größe")))
                .isEqualTo(7);
        assertThat(Dialects.of(DatabaseKind.MYSQL).nameLength(Identifier.of("Größe")))
                .isEqualTo(5);
    }
}
