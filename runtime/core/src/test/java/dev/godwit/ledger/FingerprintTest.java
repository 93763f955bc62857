package dev.godwit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.DropColumn;
import dev.godwit.change.RunSql;
import dev.godwit.change.RunSql.Resume;
import dev.godwit.change.RunSql.Statement;
import dev.godwit.change.Transform;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.testing.EveryChange;
import dev.godwit.testing.RandomSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final Column NAME = Column.of("name", new Type.Sized(Type.Sized.Kind.VARCHAR, 80));

    private static String up(Change... changes) {
        return Fingerprint.of(List.of(changes), List.of()).up();
    }

    @Test
    void upAndDownAreHashedOnTheirOwn() {
        Change add = new AddColumn(USERS, NAME, Optional.empty());
        Change drop = new DropColumn(USERS, NAME.name());

        Fingerprint fingerprint = Fingerprint.of(List.of(add), List.of(drop));
        Fingerprint correctedDown = Fingerprint.of(List.of(add), List.of());

        assertThat(fingerprint).isNotEqualTo(correctedDown);
        assertThat(fingerprint.sameUp(correctedDown)).isTrue();
        assertThat(Fingerprint.parse(fingerprint.toString())).isEqualTo(fingerprint);
    }

    /** What stands in ledgers already must stay computable: these hashes never change. */
    @Test
    void rule1GivesTheHashesThatItHasAlwaysGiven() throws IOException {
        try (InputStream golden = FingerprintTest.class.getResourceAsStream("rule1.txt")) {
            assertThat(CanonicalText.of(EveryChange.list()))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(Fingerprint.of(EveryChange.list(), List.of()))
                .hasToString("1:c845fa432e48f3978f3a252e961341fe:e3b0c44298fc1c149afbf4c8996fb924");
    }

    @Test
    void theOrderInsideATableIsNotSeen() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            for (Table table : new RandomSchemas(seed).schema().tables().values()) {
                Table other = table.withColumns(shuffled(table.columns().values(), random))
                        .withIndexes(new LinkedHashSet<>(shuffled(table.indexes(), random)))
                        .withForeignKeys(new LinkedHashSet<>(shuffled(table.foreignKeys(), random)));
                assertThat(up(new CreateTable(other))).as("seed %d", seed).isEqualTo(up(new CreateTable(table)));
            }
        }
    }

    private static <E> List<E> shuffled(Collection<E> values, Random random) {
        List<E> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void differentTablesHaveDifferentHashes() {
        Map<String, Table> seen = new HashMap<>();
        for (long seed = 0; seed < 2_000; seed++) {
            for (Table table : new RandomSchemas(seed).schema().tables().values()) {
                Table same = seen.putIfAbsent(up(new CreateTable(table)), table);
                assertThat(same == null || same.equals(table))
                        .as("seed %d: %s and %s", seed, table, same)
                        .isTrue();
            }
        }
        assertThat(seen).hasSizeGreaterThan(1_000);
    }

    @Test
    void sqlIsSeenByItsTextAndItsDatabasesButNotByHowItIsResumed() {
        RunSql sql = new RunSql(
                List.of(new Statement(Set.of(DatabaseKind.H2, DatabaseKind.POSTGRESQL), "update users set name = 'x'")),
                Optional.of(List.of()),
                Resume.UNDECLARED,
                Optional.empty());

        assertThat(up(new RunSql(sql.statements(), sql.effect(), new Resume(true, Optional.empty()), sql.touched())))
                .isEqualTo(up(sql));
        assertThat(up(new RunSql(sql.statements(), Optional.empty(), sql.resume(), sql.touched())))
                .isNotEqualTo(up(sql));
        assertThat(up(new RunSql(
                        List.of(new Statement(Set.of(DatabaseKind.H2), "update users set name = 'x'")),
                        sql.effect(),
                        sql.resume(),
                        sql.touched())))
                .isNotEqualTo(up(sql));
    }

    @Test
    void rowCodeIsSeenByItsRevision() {
        assertThat(up(transform(1))).isEqualTo(up(transform(1))).isNotEqualTo(up(transform(2)));
    }

    private static Transform transform(int revision) {
        List<Identifier> name = List.of(NAME.name());
        return new Transform(USERS, List.of(Identifier.of("id")), name, name, revision, (row, others) -> row);
    }

    @Test
    void aRuleOfALaterVersionIsRefused() {
        assertThatThrownBy(() -> Fingerprint.of(2, List.of(), List.of()))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("GW2006");
    }
}
