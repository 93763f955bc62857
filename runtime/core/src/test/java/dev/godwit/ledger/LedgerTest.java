package dev.godwit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final Version FIRST = new Version("20261101090000");
    private static final Version SECOND = new Version("20261122101500");
    private static final Fingerprint PRINT = Fingerprint.of(List.of(), List.of());
    private static final String INITIAL = "20261101090000 shop.V20261101090000__Initial - " + PRINT;
    private static final String TIER = "20261122101500 shop.V20261122101500__AddTier 20261101090000 " + PRINT;

    private static String file(String... lines) {
        return "godwit-migrations 1\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void aMigrationFollowsTheHead() {
        Ledger ledger = Ledger.EMPTY
                .plus(FIRST, "shop.V20261101090000__Initial", PRINT)
                .plus(SECOND, "shop.V20261122101500__AddTier", PRINT);

        assertThat(ledger.head().orElseThrow().version()).isEqualTo(SECOND);
        assertThat(ledger.text()).isEqualTo(file(INITIAL, TIER));
        assertThat(Ledger.parse(ledger.text())).isEqualTo(ledger);
    }

    @Test
    void theChainAndNotTheClockGivesTheOrder() {
        String hotfix = "20261105000000 shop.V20261105000000__Hotfix 20261122101500 " + PRINT;

        Ledger ledger = Ledger.parse(file(hotfix, TIER, INITIAL));

        assertThat(ledger.entries())
                .extracting(LedgerEntry::className)
                .containsExactly(
                        "shop.V20261101090000__Initial",
                        "shop.V20261122101500__AddTier",
                        "shop.V20261105000000__Hotfix");
        assertThat(ledger.nextVersion(Instant.parse("2026-11-01T00:00:00Z"))).isEqualTo(new Version("20261122101501"));
    }

    @Test
    void lineEndingsOfAnotherPlatformAndBlanksAreNoDamage() {
        assertThat(Ledger.parse("godwit-migrations 1\r\n\r\n " + INITIAL.replace(" ", "  ") + "\r\n")
                        .text())
                .isEqualTo(file(INITIAL));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\", GW2001",
                "hello, GW2001",
                "godwit-migrations 2, GW2002",
                "<<<<<<< HEAD, GW2005",
            })
    void aFileOfAnotherFormIsRefused(String text, String code) {
        assertThatThrownBy(() -> Ledger.parse(text))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith(code + ": META-INF/godwit/migrations");
    }

    @ParameterizedTest
    @CsvSource({
        "20261122101500 shop.V2, GW2003, it has 2 words",
        "20261322101500 shop.V2 20261101090000 1:0:0, GW2003, '20261322101500' is no version",
        "20260229101500 shop.V2 20261101090000 1:0:0, GW2003, '20260229101500' is no version",
        "20260228241500 shop.V2 20261101090000 1:0:0, GW2003, '20260228241500' is no version",
        "V2 shop.V2 20261101090000 1:0:0, GW2003, 'V2' is no version",
        "20261122101500 shop/V2 20261101090000 1:0:0, GW2003, 'shop/V2' is no class name",
        "20261122101500 shop.V2 20261101090000 1:0:0, GW2003, '1:0:0' is no fingerprint",
        "views shop.Views 1:0, GW2004, 'views'",
        "repeatable adults 20261122101500, GW2003, it has 3 words and not 4",
        "repeatable adults today gone, GW2003, 'today' is no version",
        "repeatable adults 20261122101500 1:0, GW2003, '1:0' is no hash",
        "repeatable adults 20261122101500 gone x=y, GW2004, 'x=y'",
        "data countries, GW2003, it has 2 words and not 3",
        "data countries 0, GW2003, '0' is no hash",
        "=======, GW2005, godwit:rebase",
    })
    void aDamagedLineIsNamed(String line, String code, String why) {
        assertThatThrownBy(() -> Ledger.parse(file(INITIAL, line)))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith(code)
                .hasMessageContaining("line 3")
                .hasMessageContaining(why);
    }

    @Test
    void aLeapDayIsADay() {
        assertThat(new Version("20280229000000").next(Instant.EPOCH)).isEqualTo(new Version("20280229000001"));
    }

    @Test
    void linesOfOtherKindsStandBesideTheChain() {
        String lines = "data countries 1:00112233445566778899aabbccddeeff\n"
                + "repeatable adults 20261122101500 1:00112233445566778899aabbccddeeff\n"
                + "repeatable minors 20261122101501 gone";
        Ledger ledger = Ledger.parse(file(INITIAL, TIER, lines));
        assertThat(ledger.repeatables())
                .containsExactly(
                        new RepeatableLine(
                                "adults",
                                new Version("20261122101500"),
                                Optional.of("1:00112233445566778899aabbccddeeff")),
                        new RepeatableLine("minors", new Version("20261122101501"), Optional.empty()));
        assertThat(ledger.text()).endsWith(lines + "\n");
        assertThat(Ledger.parse(ledger.text())).isEqualTo(ledger);
    }

    @Test
    void aWordThatThisVersionDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> Ledger.parse(file(INITIAL, TIER + " retained=20261101090000")))
                .hasMessageStartingWith("GW2004")
                .hasMessageContaining("line 3")
                .hasMessageContaining("retained=20261101090000");
    }

    @Test
    void aSquashSaysWhatItReplacesAndWhatThatReplaced() {
        String replaces = "replaces=20200101000003(20200101000001,20200101000002),20200101000004";
        Ledger ledger = Ledger.parse(file(INITIAL, TIER + " " + replaces));
        LedgerEntry squash = ledger.head().orElseThrow();

        assertThat(ledger.text()).isEqualTo(file(INITIAL, TIER + " " + replaces));
        assertThat(squash.replacedVersions()).hasSize(4);
        assertThat(squash.isReplacedIn(Set.of("20200101000003", "20200101000004")))
                .isTrue();
        assertThat(squash.isReplacedIn(Set.of("20200101000001", "20200101000002", "20200101000004")))
                .isTrue();
        assertThat(squash.isReplacedIn(Set.of("20200101000003"))).isFalse();
        assertThat(ledger.entries().get(0).isReplacedIn(Set.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "20200101", "20200101000003(", "20200101000003()", "20200101000003)", "20200101000003,"})
    void aDamagedListOfReplacedVersionsIsNamed(String versions) {
        assertThatThrownBy(() -> Ledger.parse(file(INITIAL, TIER + " replaces=" + versions)))
                .hasMessageStartingWith("GW2003")
                .hasMessageContaining("line 3")
                .hasMessageContaining("'replaces=" + versions + "'");
    }

    @Test
    void whatIsNoChainIsRefused() {
        String other = "20261122101501 shop.Other 20261101090000 " + PRINT;
        String same = "20261122101500 shop.Same 20261122101500 " + PRINT;
        String orphan = "20261122101502 shop.Orphan 20200101000000 " + PRINT;
        String circle = "20261122101503 shop.Circle 20261122101503 " + PRINT;

        assertThatThrownBy(() -> Ledger.parse(file(INITIAL, TIER, other)))
                .hasMessageStartingWith("GW2012")
                .hasMessageContaining("shop.Other and shop.V20261122101500__AddTier follow 20261101090000");
        assertThatThrownBy(() -> Ledger.parse(file(INITIAL, TIER, same)))
                .hasMessageStartingWith("GW2011")
                .hasMessageContaining("20261122101500");
        assertThatThrownBy(() -> Ledger.parse(file(INITIAL, orphan)))
                .hasMessageStartingWith("GW2013")
                .hasMessageContaining("shop.Orphan follows 20200101000000");
        assertThatThrownBy(() -> Ledger.parse(file(INITIAL, circle))).hasMessageStartingWith("GW2014");
    }

    @Test
    void aChainSaysAllThatIsWrongWithIt() {
        Chain chain = Chain.of(List.of(
                new Link(FIRST, Optional.empty(), "A"),
                new Link(FIRST, Optional.empty(), "B"),
                new Link(SECOND, Optional.of(new Version("20200101000000")), "C")));

        assertThat(chain.problems()).extracting(LedgerProblem::code).containsExactly("GW2011", "GW2012", "GW2013");
    }
}
