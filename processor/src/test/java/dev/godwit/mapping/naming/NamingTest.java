package dev.godwit.mapping.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.mapping.naming.ImplicitNames.CollectionTable;
import dev.godwit.mapping.naming.ImplicitNames.Constraint;
import dev.godwit.mapping.naming.ImplicitNames.JoinColumn;
import dev.godwit.mapping.naming.ImplicitNames.JoinTable;
import dev.godwit.mapping.naming.ImplicitNames.Nature;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming.Classes;
import dev.godwit.model.Settings.Naming.Convention;
import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyComponentPathImpl;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyLegacyHbmImpl;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyLegacyJpaImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    private static final EntityName ORDER = new EntityName("shop.PurchaseOrder", "Order");
    private static final EntityName ITEM = new EntityName("shop.Item", "Item");

    @Test
    void jpaNamesFollowEntitiesAndAttributes() {
        Naming naming = naming(Convention.JPA, Map.of());

        assertThat(naming.table(ORDER).physical()).hasToString("Order");
        assertThat(naming.basicColumn("address.zipCode", false).physical()).hasToString("zipCode");
        assertThat(naming.table(joinTable("Order", "Item")).physical()).hasToString("Order_Item");
        assertThat(naming.table(new CollectionTable(ORDER, id("purchase"), "tags"))
                        .physical())
                .hasToString("Order_tags");
        assertThat(naming.joinColumn(joinColumn(Optional.of("customer"))).physical())
                .hasToString("customer_id");
        assertThat(naming.joinColumn(joinColumn(Optional.empty())).physical()).hasToString("Order_id");
        assertThat(naming.mapKeyColumn("prices").physical()).hasToString("prices_KEY");
        assertThat(naming.discriminatorColumn().physical()).hasToString("DTYPE");
    }

    @Test
    void springNamesAreInSnakeCaseAndNameJoinTablesAfterTheAttribute() {
        Naming naming = naming(Convention.SPRING, Map.of());

        assertThat(naming.table(new EntityName("shop.LineItem", "LineItem")))
                .isEqualTo(new Name(id("LineItem"), id("line_item")));
        assertThat(naming.table(joinTable("Order", "Item")).physical()).hasToString("order_line_items");
        assertThat(naming.basicColumn("line2Text", false).physical()).hasToString("line2_text");
        assertThat(naming.column("`Kept As It Is`").physical()).hasToString("`Kept As It Is`");
    }

    @Test
    void hibernate66SnakesQuotedNamesTooAndKnowsNoDigits() {
        Naming naming = Namings.of(
                new Settings("db", Convention.SPRING, false, HibernateLine.V6_6, Map.of()),
                StrategyLoader.ofProcessorPath());

        assertThat(naming.basicColumn("line2Text", false).physical()).hasToString("line2text");
        assertThat(naming.column("`fullName`").physical()).hasToString("`full_name`");
        assertThat(naming.column("a$b").physical()).hasToString("`a$b`");
    }

    @Test
    void elementOfACollectionLeavesNoTraceInAName() {
        Naming naming =
                naming(new Classes("component-path", PhysicalNamingStrategyStandardImpl.class.getName()), Map.of());

        assertThat(naming.basicColumn("tags.{element}.name", false).physical()).hasToString("tags_name");
    }

    @Test
    void quotesOfATableReachWhatIsNamedAfterIt() {
        Naming naming = naming(Convention.JPA, Map.of());

        assertThat(naming.table(joinTable("`Order`", "Item")).physical()).hasToString("`Order_Item`");
        assertThat(naming.joinColumn(
                                new JoinColumn(Nature.ENTITY, ORDER, Optional.of("order"), id("`Order`"), id("id")))
                        .physical())
                .hasToString("`order_id`");
    }

    @Test
    void globalQuotingQuotesStatedAndImplicitNames() {
        Naming naming = naming(Convention.JPA, Map.of(Quoting.GLOBALLY, "true"));

        assertThat(naming.table("t_order").physical()).hasToString("`t_order`");
        assertThat(naming.table(ORDER).physical()).hasToString("`Order`");
        assertThat(naming.basicColumn("zip", false).physical()).hasToString("`zip`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "`quoted`", "\"quoted\"", "[quoted]", "with space", "1st", "a$b", "$a", "a-b", " x "})
    void namesAreReadAsHibernateReadsThem(String stated) {
        org.hibernate.boot.model.naming.Identifier expected =
                org.hibernate.boot.model.naming.Identifier.toIdentifier(stated);

        assertThat(new Quoting(false, true).read(stated))
                .isEqualTo(new Identifier(expected.getText(), expected.isQuoted()));
    }

    /** Every strategy that has code here agrees with Hibernate's class, which the loader runs like a user's own. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                ImplicitNamingStrategyJpaCompliantImpl.class,
                ImplicitNamingStrategyLegacyJpaImpl.class,
                ImplicitNamingStrategyLegacyHbmImpl.class,
                ImplicitNamingStrategyComponentPathImpl.class
            })
    void ownCodeAgreesWithHibernates(Class<?> strategy) {
        for (boolean quoteAll : List.of(false, true)) {
            ImplicitNames own = naming(
                            new Classes(strategy.getName(), "default"),
                            Map.of(Quoting.GLOBALLY, String.valueOf(quoteAll)))
                    .implicit();
            ImplicitNames hibernates =
                    StrategyLoader.ofProcessorPath().implicit(strategy.getName(), new Quoting(quoteAll, true));
            Constraint columns = new Constraint(id("line_item"), List.of(id("b"), id("`A`"), id("c")));

            assertThat(own.entityTable(ORDER)).isEqualTo(hibernates.entityTable(ORDER));
            for (String path : List.of("a", "a.b", "a.b.c", "a.{element}.b", "_identifierMapper.a")) {
                assertThat(own.basicColumn(path, true)).isEqualTo(hibernates.basicColumn(path, true));
                assertThat(own.basicColumn(path, false)).isEqualTo(hibernates.basicColumn(path, false));
                assertThat(own.anyKeyColumn(path)).isEqualTo(hibernates.anyKeyColumn(path));
                assertThat(own.listIndexColumn(path)).isEqualTo(hibernates.listIndexColumn(path));
            }
            for (JoinTable table : List.of(joinTable("Order", "Item"), joinTable("`Order`", "Item"))) {
                assertThat(own.joinTable(table)).isEqualTo(hibernates.joinTable(table));
            }
            CollectionTable tags = new CollectionTable(ORDER, id("`purchase`"), "a.tags");
            assertThat(own.collectionTable(tags)).isEqualTo(hibernates.collectionTable(tags));
            for (Nature nature : Nature.values()) {
                for (Optional<String> path : List.of(Optional.of("a.b"), Optional.<String>empty())) {
                    JoinColumn column = new JoinColumn(nature, ORDER, path, id("purchase"), id("`Id`"));
                    assertThat(own.joinColumn(column)).isEqualTo(hibernates.joinColumn(column));
                }
            }
            assertThat(own.foreignKey(columns, id("`Order`"), List.of(id("id"))))
                    .isEqualTo(hibernates.foreignKey(columns, id("`Order`"), List.of(id("id"))));
            assertThat(own.uniqueKey(columns)).isEqualTo(hibernates.uniqueKey(columns));
            assertThat(own.index(columns)).isEqualTo(hibernates.index(columns));
            assertThat(own.uniqueIndex(columns)).isEqualTo(hibernates.uniqueIndex(columns));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lineItem", "line2Text", "URLPath", "a.b", "`Quoted Name`", "x", "aB", "abC1d"})
    void snakeCaseAgreesWithHibernates(String name) {
        PhysicalNames hibernates = StrategyLoader.ofProcessorPath()
                .physical(PhysicalNamingStrategySnakeCaseImpl.class.getName(), new Quoting(false, true));

        assertThat(new SnakeCase(HibernateLine.V7).column(id(name))).isEqualTo(hibernates.column(id(name)));
    }

    @Test
    void aStrategyOfTheCompilationItselfIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> naming(new Classes("shop.OwnNaming", "default"), Map.of()))
                .isInstanceOf(UnusableStrategyException.class)
                .hasMessageContaining("shop.OwnNaming is not on the processor path")
                .hasMessageContaining("annotationProcessorPaths");
    }

    @Test
    void aClassThatIsNoStrategyIsRefused() {
        assertThatThrownBy(() -> naming(new Classes("jpa", String.class.getName()), Map.of()))
                .isInstanceOf(UnusableStrategyException.class)
                .hasMessageContaining("java.lang.String does not implement");
    }

    @Test
    void generatorsAreNamedByTheChosenStrategy() {
        GeneratorNames.Source plain = new GeneratorNames.Source("Order", Optional.empty(), Optional.empty());
        GeneratorNames.Source named = new GeneratorNames.Source("`Order`", Optional.of("ids"), Optional.empty());

        assertThat(GeneratorNames.STANDARD.sequence(plain)).isEqualTo("Order_SEQ");
        assertThat(GeneratorNames.STANDARD.sequence(named)).isEqualTo("ids");
        assertThat(GeneratorNames.LEGACY.sequence(plain)).isEqualTo("hibernate_sequence");
        assertThat(GeneratorNames.SINGLE.sequence(named)).isEqualTo("hibernate_sequence");
        assertThat(GeneratorNames.STANDARD.sequence(
                        new GeneratorNames.Source("`Order`", Optional.empty(), Optional.empty())))
                .isEqualTo("`Order_SEQ`");
        assertThat(GeneratorNames.STANDARD.table(plain)).isEqualTo("hibernate_sequences");
    }

    private static JoinTable joinTable(String owner, String target) {
        return new JoinTable(ORDER, id(owner), Optional.of(ITEM), Optional.of(id(target)), "lineItems");
    }

    private static JoinColumn joinColumn(Optional<String> path) {
        return new JoinColumn(Nature.ENTITY, ORDER, path, id("Order"), id("id"));
    }

    private static Naming naming(Settings.Naming naming, Map<String, String> properties) {
        return Namings.of(
                new Settings("db", naming, false, HibernateLine.V7, properties), StrategyLoader.ofProcessorPath());
    }

    private static Identifier id(String text) {
        return Identifier.of(text);
    }
}
