package dev.godwit.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.mapping.Message;
import dev.godwit.mapping.Message.Severity;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming.Convention;
import dev.godwit.project.settings.ClassPath;
import dev.godwit.referee.broken.Nameless;
import dev.godwit.referee.geo.City;
import dev.godwit.referee.shop.Customer;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.UniqueKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RefereeTest {

    private static final QualifiedName CUSTOMERS = QualifiedName.of("customers");
    private static final QualifiedName ORDER = QualifiedName.of("`Order`");

    @Test
    void agreesWithEachLineOnEachDatabase() {
        for (ClassPath classPath : List.of(ClassPaths.hibernate7(), ClassPaths.hibernate66())) {
            List<Target> all =
                    Arrays.stream(DatabaseKind.values()).map(Target::of).toList();

            Verdict verdict = new Referee().judge(shop(classPath, shop(), Set.of(), all));

            assertThat(verdict.notes()).isEmpty();
            assertThat(verdict.disagreements()).isEmpty();
            assertThat(verdict.facts()).isGreaterThan(100);
        }
    }

    @Test
    void listsEachFactThatIsDifferentAtItsEntity() {
        Schema wrong = change(
                        shop(),
                        CUSTOMERS,
                        customers -> customers
                                .plus(customers
                                        .column(Identifier.of("tier"))
                                        .orElseThrow()
                                        .withType(varchar(20)))
                                .plus(customers
                                        .column(Identifier.of("email"))
                                        .orElseThrow()
                                        .withNullable(true))
                                .plus(Column.of("nickname", varchar(255)))
                                .minus(Identifier.of("balance"))
                                .withIndexes(Set.of())
                                .withComment(Optional.of("who buys")))
                .minusSequence(QualifiedName.of("customers_SEQ"));

        Verdict verdict = new Referee().judge(shop(ClassPaths.hibernate7(), wrong, Set.of()));

        assertThat(verdict.disagreements())
                .extracting(Disagreement::toString)
                .contains(
                        "table customers, column email, nullability on PostgreSQL, MariaDB"
                                + " (dev.godwit.referee.shop.Customer#email): Hibernate not null, Godwit null",
                        "table customers, column balance on PostgreSQL (dev.godwit.referee.shop.Customer):"
                                + " Hibernate numeric(38,2), Godwit has none",
                        "table customers, column nickname on PostgreSQL, MariaDB (dev.godwit.referee.shop.Customer):"
                                + " Hibernate has none, Godwit varchar(255)",
                        "table customers, column tier on MariaDB (dev.godwit.referee.shop.Customer):"
                                + " Hibernate enum ('BRONZE','SILVER'), Godwit varchar(20)",
                        "table customers, comment on PostgreSQL, MariaDB (dev.godwit.referee.shop.Customer):"
                                + " Hibernate has none, Godwit who buys",
                        "table customers, index (city desc) on PostgreSQL, MariaDB (dev.godwit.referee.shop.Customer):"
                                + " Hibernate ix_customers_city, Godwit has none",
                        "sequence customers_seq on PostgreSQL, MariaDB: Hibernate has it, Godwit has none");
    }

    @Test
    void namesTheColumnWhoseUserTypeGodwitCannotKnow() {
        Column wrong = Column.of("area", new Type.Sized(Type.Sized.Kind.VARBINARY, 255));
        Schema schema = Schema.EMPTY.plus(Table.of(
                        QualifiedName.of("City"),
                        List.of(Column.of("id", simple(Type.Simple.Kind.BIGINT)).withNullable(false), wrong))
                .withPrimaryKey(Optional.of(key("id"))));
        Question question = new Question(
                ClassPaths.hibernate7(),
                ClassPaths.managedTypes(City.class),
                settings(HibernateLine.V7),
                schema,
                Map.of(
                        Ref.of(QualifiedName.of("City"), Identifier.of("area")),
                        new Origin(City.class.getName(), "area")),
                List.of(Target.of(DatabaseKind.POSTGRESQL)),
                Set.of());

        Verdict verdict = new Referee().judge(question);

        assertThat(verdict.messages(Severity.ERROR)).singleElement().satisfies(message -> {
            assertThat(message.severity()).isEqualTo(Severity.ERROR);
            assertThat(message.code()).isEqualTo("GW2301");
            assertThat(message.text())
                    .startsWith("Hibernate 7.4.13.Final expects another schema. table city, column area on PostgreSQL"
                            + " (dev.godwit.referee.geo.City#area): Hibernate varchar(77), Godwit bytea.")
                    .contains("@JdbcTypeCode");
        });
    }

    @Test
    void leavesExcludedTablesOut() {
        Schema wrong = shop().minusTable(ORDER);

        assertThat(new Referee()
                        .judge(shop(ClassPaths.hibernate7(), wrong, Set.of()))
                        .disagreements())
                .extracting(Disagreement::object)
                .containsExactly("table Order");
        assertThat(new Referee()
                        .judge(shop(ClassPaths.hibernate7(), wrong, Set.of("ORDER")))
                        .disagreements())
                .isEmpty();
    }

    @Test
    void saysInOneSentenceWhyHibernateCouldNotBoot() {
        Verdict verdict = new Referee()
                .judge(new Question(
                        ClassPaths.hibernate7(),
                        ClassPaths.managedTypes(Nameless.class),
                        settings(HibernateLine.V7),
                        Schema.EMPTY,
                        Map.of(),
                        Target.DEFAULTS,
                        Set.of()));

        assertThat(verdict.disagreements()).isEmpty();
        assertThat(verdict.notes()).singleElement().satisfies(message -> {
            assertThat(message.severity()).isEqualTo(Severity.WARNING);
            assertThat(message.code()).isEqualTo("GW2302");
            assertThat(message.text())
                    .contains("Hibernate 7.4.13.Final could not build")
                    .contains("Nameless")
                    .doesNotContain("\n");
        });
    }

    @Test
    void saysWhenThereIsNothingToCompareWith() {
        Question without = shop(new ClassPath(List.of()), shop(), Set.of());
        Question other = new Question(
                ClassPaths.hibernate66(),
                without.types(),
                settings(HibernateLine.V7),
                shop(),
                Map.of(),
                List.of(),
                Set.of());

        assertThat(new Referee().judge(without).notes())
                .extracting(Message::code)
                .containsExactly("GW2304");
        assertThat(new Referee().judge(other).notes()).extracting(Message::code).containsExactly("GW2305");
        assertThat(Referee.line("6.6.1.Final")).contains(HibernateLine.V6_6);
        assertThat(Referee.line("7.0.0.Final")).contains(HibernateLine.V7);
        assertThat(Referee.line("6.4.8.Final")).isEmpty();
    }

    @Test
    void leavesTheContextClassLoaderAsItWas() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        new Referee().judge(shop(ClassPaths.hibernate7(), shop(), Set.of()));

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private static Question shop(ClassPath classPath, Schema schema, Set<String> excluded) {
        return shop(
                classPath,
                schema,
                excluded,
                List.of(Target.of(DatabaseKind.POSTGRESQL), Target.of(DatabaseKind.MARIADB)));
    }

    private static Question shop(ClassPath classPath, Schema schema, Set<String> excluded, List<Target> targets) {
        HibernateLine line =
                Referee.hibernateVersion(classPath).flatMap(Referee::line).orElse(HibernateLine.V7);
        return new Question(
                classPath,
                ClassPaths.managedTypes(Customer.class),
                settings(line),
                schema,
                Map.of(
                        Ref.of(CUSTOMERS),
                        new Origin(Customer.class.getName(), ""),
                        Ref.of(CUSTOMERS, Identifier.of("email")),
                        new Origin(Customer.class.getName(), "email")),
                targets,
                excluded);
    }

    private static Settings settings(HibernateLine line) {
        return new Settings("db", Convention.JPA, true, line, Map.of());
    }

    private static Schema shop() {
        Table customers = Table.of(
                        CUSTOMERS,
                        List.of(
                                Column.of("id", simple(Type.Simple.Kind.BIGINT)).withNullable(false),
                                Column.of("email", varchar(80)).withNullable(false),
                                Column.of("city", varchar(40)).withNullable(false),
                                Column.of(
                                        "tier",
                                        new Type.EnumOf(
                                                Type.EnumOf.Storage.NAME,
                                                List.of("BRONZE", "SILVER"),
                                                255,
                                                Optional.empty())),
                                Column.of("balance", new Type.Numeric(38, 2))))
                .withPrimaryKey(Optional.of(key("id")))
                .plus(new UniqueKey(Optional.empty(), List.of(Identifier.of("email")), Optional.empty()))
                .plus(new Index(
                        Identifier.of("ix_customers_city"),
                        List.of(Index.Part.of(Identifier.of("city")).ordered("desc")),
                        false,
                        Optional.empty(),
                        Optional.empty()));
        Table orders = Table.of(
                        ORDER,
                        List.of(
                                Column.of("id", simple(Type.Simple.Kind.BIGINT))
                                        .withNullable(false)
                                        .withIdentity(true),
                                Column.of("customer_id", simple(Type.Simple.Kind.BIGINT))
                                        .withNullable(false),
                                Column.of("total", new Type.Numeric(12, 2))))
                .withPrimaryKey(Optional.of(key("id")))
                .plus(new ForeignKey(
                                Identifier.of("FKef4i1wf7f63qliqx6giyakcip"),
                                List.of(Identifier.of("customer_id")),
                                CUSTOMERS,
                                List.of(Identifier.of("id")))
                        .withOnDelete(ForeignKey.Action.CASCADE));
        return Schema.EMPTY.plus(customers).plus(orders).plus(new Sequence(QualifiedName.of("customers_SEQ"), 1, 50));
    }

    private static Schema change(Schema schema, QualifiedName table, UnaryOperator<Table> change) {
        return schema.plus(change.apply(schema.table(table).orElseThrow()));
    }

    private static PrimaryKey key(String column) {
        return new PrimaryKey(Optional.empty(), List.of(Identifier.of(column)));
    }

    private static Type simple(Type.Simple.Kind kind) {
        return new Type.Simple(kind);
    }

    private static Type varchar(int length) {
        return new Type.Sized(Type.Sized.Kind.VARCHAR, length);
    }
}
