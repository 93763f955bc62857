package dev.godwit.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.project.settings.ClassPath;
import dev.godwit.referee.boot.BootRequest;
import dev.godwit.referee.shop.Customer;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HibernateBootTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("7.4.13.Final", ClassPaths.hibernate7()),
                Arguments.of("6.6.56.Final", ClassPaths.hibernate66()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void readsTheSchemaThatEachLineOfHibernateWouldCreate(String version, ClassPath classPath) throws Exception {
        assertThat(Referee.hibernateVersion(classPath)).contains(version);

        Schema schema = schema(classPath, "PostgreSQL", "15", true, false);

        assertThat(schema.sequences().values()).containsExactly(new Sequence(QualifiedName.of("customers_SEQ"), 1, 50));
        Table customers = schema.table(QualifiedName.of("customers")).orElseThrow();
        assertThat(column(customers, "id"))
                .isEqualTo(Column.of("id", type("bigint")).withNullable(false));
        assertThat(column(customers, "email"))
                .isEqualTo(Column.of("email", type("varchar(80)")).withNullable(false));
        assertThat(column(customers, "balance").type()).isEqualTo(type("numeric(38,2)"));
        assertThat(column(customers, "tier").checks())
                .extracting(check -> check.expression().replace(" ", ""))
                .containsExactly("tierin('BRONZE','SILVER')");
        assertThat(customers.uniqueKeys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEmpty();
            assertThat(key.columns()).containsExactly(Identifier.of("email"));
        });
        assertThat(customers.indexes())
                .containsExactly(new Index(
                        Identifier.of("ix_customers_city"),
                        List.of(Index.Part.of(Identifier.of("city")).ordered("desc")),
                        false,
                        Optional.empty(),
                        Optional.empty()));
        Table orders = schema.table(QualifiedName.of("`Order`")).orElseThrow();
        assertThat(column(orders, "id").identity()).isTrue();
        assertThat(orders.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.referencedTable()).isEqualTo(QualifiedName.of("customers"));
            assertThat(key.referencedColumns()).containsExactly(Identifier.of("id"));
            assertThat(key.onDelete()).isEqualTo(ForeignKey.Action.CASCADE);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void appliesBeanValidationWhereAsked(String version, ClassPath classPath) throws Exception {
        Table with = customers(schema(classPath, "H2", "2", true, false));
        Table without = customers(schema(classPath, "H2", "2", false, false));

        assertThat(column(with, "city"))
                .isEqualTo(Column.of("city", type("varchar(40)")).withNullable(false));
        assertThat(column(without, "city")).isEqualTo(Column.of("city", type("varchar(255)")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void namesAsSpringBootDoesWithoutItsClasses(String version, ClassPath classPath) throws Exception {
        Schema schema = schema(classPath, "MariaDB", "10", false, true);

        assertThat(schema.sequences().keySet()).containsExactly(QualifiedName.of("customers_seq"));
        assertThat(column(customers(schema), "tier").type()).isEqualTo(type("enum ('BRONZE','SILVER')"));
    }

    private static Table customers(Schema schema) {
        return schema.table(QualifiedName.of("customers")).orElseThrow();
    }

    private static Column column(Table table, String name) {
        return table.column(Identifier.of(name)).orElseThrow();
    }

    private static Type type(String sql) {
        return new Type.Native(sql);
    }

    private static Schema schema(
            ClassPath classPath, String product, String version, boolean beanValidation, boolean spring)
            throws Exception {
        Map<String, String> properties = Map.of(
                "jakarta.persistence.database-product-name", product,
                "jakarta.persistence.database-major-version", version,
                "jakarta.persistence.database-minor-version", product.equals("MariaDB") ? "11" : "0");
        ManagedTypes types = ClassPaths.managedTypes(Customer.class);
        try (HibernateLoader loader = new HibernateLoader(classPath)) {
            return loader.boot()
                    .schema(new BootRequest(
                            types.classes(), types.packages(), List.of(), properties, spring, beanValidation));
        }
    }
}
