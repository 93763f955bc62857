package dev.godwit.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ledger.Version;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.schema.Check;
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
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.testing.RandomSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTest {

    private static final Settings SETTINGS =
            new Settings("shop.migrations", Naming.Convention.JPA, true, HibernateLine.V7, Map.of());

    private static Identifier id(String text) {
        return Identifier.of(text);
    }

    private static Snapshot shop() {
        QualifiedName customers = QualifiedName.of("customers");
        Table table = Table.of(
                        customers,
                        List.of(
                                Column.of("id", new Simple(Simple.Kind.BIGINT)).withNullable(false),
                                Column.of("name", new Sized(Sized.Kind.VARCHAR, 80))
                                        .withDefault(Optional.of("'it''s'")),
                                Column.of(
                                                "tier",
                                                new Type.EnumOf(
                                                        Type.EnumOf.Storage.NAME,
                                                        List.of("SILVER", "GOLD"),
                                                        255,
                                                        Optional.empty()))
                                        .withNullable(false),
                                Column.of("invited_by", new Simple(Simple.Kind.BIGINT))))
                .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), List.of(id("id")))))
                .plus(new ForeignKey(id("fk_invited"), List.of(id("invited_by")), customers, List.of(id("id"))))
                .plus(Index.of(id("ix_name"), List.of(id("name"))))
                .plus(new Check(Optional.of(id("ck_id")), "id > 0"));
        Map<Ref, Origin> origins = Map.of(
                Ref.of(customers), new Origin("shop.Customer", ""),
                Ref.of(customers, id("invited_by")),
                        new Origin("shop.Customer", "invitedBy", Optional.of("shop.Customer")));
        return new Snapshot(
                Optional.of(new Version("20261122101500")),
                SETTINGS,
                Schema.EMPTY.plus(table).plus(new Sequence(QualifiedName.of("customers_seq"), 1, 50)),
                origins);
    }

    @Test
    void aFactIsALine() throws IOException {
        try (InputStream golden = SnapshotTest.class.getResourceAsStream("shop.json")) {
            assertThat(shop().text()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        for (long seed = 0; seed < 1_000; seed++) {
            Schema schema = new RandomSchemas(seed).schema();
            Snapshot snapshot = new Snapshot(Optional.empty(), SETTINGS, schema, origins(schema));
            assertThat(Snapshot.parse(snapshot.text())).as("seed %d", seed).isEqualTo(snapshot);
        }
    }

    @Test
    void theOrderOfTheModelIsNotSeen() {
        for (long seed = 0; seed < 300; seed++) {
            Schema schema = new RandomSchemas(seed).schema();
            List<Table> tables = new ArrayList<>(schema.tables().values());
            Collections.shuffle(tables, new Random(seed));
            Map<QualifiedName, Table> shuffled = new LinkedHashMap<>();
            tables.forEach(table -> {
                List<Column> columns = new ArrayList<>(table.columns().values());
                Collections.reverse(columns);
                shuffled.put(table.name(), table.withColumns(columns));
            });
            Schema other = new Schema(shuffled, schema.sequences(), schema.structs());
            assertThat(snapshot(other).text())
                    .as("seed %d", seed)
                    .isEqualTo(snapshot(schema).text());
        }
    }

    private static Snapshot snapshot(Schema schema) {
        return Snapshot.empty(SETTINGS).withOrigins(origins(schema)).withSchema(schema);
    }

    private static Map<Ref, Origin> origins(Schema schema) {
        Map<Ref, Origin> origins = new HashMap<>();
        schema.tables().values().forEach(table -> {
            origins.put(Ref.of(table.name()), new Origin("shop.Entity", ""));
            table.columns()
                    .keySet()
                    .forEach(column ->
                            origins.put(Ref.of(table.name(), column), new Origin("shop.Entity", "a." + column.text())));
        });
        return origins;
    }

    @Test
    void everySettingIsKept() {
        Settings settings = new Settings(
                "shop",
                new Naming.Classes("a.Implicit", "a.Physical"),
                false,
                HibernateLine.V6_6,
                Map.of("hibernate.default_schema", "shop"));

        assertThat(Snapshot.parse(Snapshot.empty(settings).text()).settings()).isEqualTo(settings);
    }

    @Test
    void everyCutIsNamedAsDamage() {
        String text = shop().text();
        for (int end = 0; end < text.length() - 2; end++) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> Snapshot.parse(cut))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageStartingWith("GW2201: META-INF/godwit/schema.json is damaged at line ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"format\": 1' | '\"format\": 2' | GW2202 | has format 2",
                "'\"head\": \"20261122101500\"' | '\"head\": \"x\"' | GW2201 | line 3, column 11: 'x' does not",
                "'\"head\": \"20261122101500\",' | '' | GW2201 | the field \"head\" is missing",
                "'\"naming\": \"jpa\"' | '\"naming\": \"mine\"' | GW2201 | the naming is",
                "'\"hibernate\": \"7\"' | '\"hibernate\": \"9\"' | GW2203 | 'hibernate 9'",
                "'\"beanValidation\": \"on\"' | '\"beanValidation\": true' | GW2201 | a text belongs here",
                "'\"type\": \"varchar\"' | '\"type\": \"varvar\"' | GW2203 | 'varvar'",
                "'\"length\": 80' | '\"length\": 0' | GW2201 | A length must be at least 1",
                "'\"length\": 80' | '\"length\": 1.5' | GW2201 | a whole number belongs here",
                "'\"notNull\": true' | '\"notNul\": true' | GW2203 | 'notNul'",
                "'\"referencedColumns\": [\"id\"]' | '\"referencedColumns\": []' | GW2201 | refers to 0",
                "'\"head\":' | '\"format\": 1, \"head\":' | GW2201 | Duplicate field 'format'",
            })
    void whatDoesNotBelongIsNamedWithItsPlace(String from, String to, String code, String why) {
        String damaged = shop().text().replaceFirst(Pattern.quote(from), to);

        assertThat(damaged).isNotEqualTo(shop().text());
        assertThatThrownBy(() -> Snapshot.parse(damaged))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith(code)
                .hasMessageContaining(why);
    }

    @Test
    void anUnresolvedMergeIsNamed() {
        assertThatThrownBy(() -> Snapshot.parse("{\n<<<<<<< HEAD\n  \"format\": 1"))
                .hasMessageStartingWith("GW2204")
                .hasMessageContaining("line 2")
                .hasMessageContaining("godwit:rebase");
    }

    @Test
    void deepNestingIsDamageToo() {
        assertThatThrownBy(() -> Snapshot.parse("[".repeat(100_000)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("GW2201");
    }
}
