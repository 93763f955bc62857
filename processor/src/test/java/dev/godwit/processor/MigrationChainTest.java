package dev.godwit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.ledger.Ledger;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming.Convention;
import dev.godwit.processor.TestProject.Outcome;
import dev.godwit.processor.TestProject.Said;
import dev.godwit.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationChainTest {

    private static final String FIRST = "20260101000000";
    private static final String SECOND = "20260102000000";
    private static final String SOME_FINGERPRINT =
            "1:00000000000000000000000000000000:00000000000000000000000000000000";

    @TempDir
    Path directory;

    private TestProject project;

    @BeforeEach
    void setUp() {
        project = new TestProject(directory);
        project.resource(
                Snapshot.PATH,
                Snapshot.empty(new Settings("a", Convention.JPA, false, HibernateLine.V7, Map.of()))
                        .text());
    }

    @Test
    void aChainThatIsTheLedgersIsFine() {
        ledger(FIRST + " a.First -", SECOND + " a.Second " + FIRST);
        migration("First", FIRST, "");
        migration("Second", SECOND, FIRST);
        assertThat(project.compile().codes()).isEmpty();
    }

    @Test
    void twoThatFollowTheSameAreAnErrorAtTheOneToMove() {
        ledger(FIRST + " a.First -", SECOND + " a.Second " + FIRST);
        migration("First", FIRST, "");
        migration("Second", SECOND, FIRST);
        migration("Another", "20260103000000", FIRST);
        Outcome outcome = project.compile();
        assertThat(outcome.success()).isFalse();
        Said said = outcome.only("GW2012");
        assertThat(said.kind()).isEqualTo(Kind.ERROR);
        assertThat(said.text()).contains("a.Another and a.Second follow " + FIRST);
        assertThat(said.file()).contains("Another.java");
        assertThat(said.at()).isEqualTo('"' + FIRST + '"');
    }

    @Test
    void aVersionUsedTwiceIsAnErrorAtTheVersion() {
        ledger(FIRST + " a.First -");
        migration("First", FIRST, "");
        migration("Second", FIRST, FIRST);
        Said said = project.compile().only("GW2011");
        assertThat(said.file()).contains("Second.java");
        assertThat(said.at()).isEqualTo('"' + FIRST + '"');
    }

    @Test
    void aGapIsAnErrorWhereTheMissingVersionIsNamed() {
        ledger(FIRST + " a.First -");
        migration("First", FIRST, "");
        migration("Third", "20260103000000", SECOND);
        Said said = project.compile().only("GW2013");
        assertThat(said.file()).contains("Third.java");
        assertThat(said.at()).isEqualTo('"' + SECOND + '"');
    }

    @Test
    void aClassThatTheLedgerNamesAndThatIsGoneIsAnError() {
        ledger(FIRST + " a.First -", SECOND + " a.Second " + FIRST);
        migration("First", FIRST, "");
        Said said = project.compile().only("GW2502");
        assertThat(said.kind()).isEqualTo(Kind.ERROR);
        assertThat(said.text()).contains("a.Second").contains(SECOND);
    }

    @Test
    void aMigrationOutsideAnIncrementalCompilationIsNotGone() {
        ledger(FIRST + " a.First -", SECOND + " a.Second " + FIRST);
        migration("First", FIRST, "");
        migration("Second", SECOND, FIRST);
        project.compile();
        Path unrelated = project.source("package a;\nclass Unrelated {}");
        assertThat(project.compile(unrelated).codes()).isEmpty();
    }

    @Test
    void anAnnotationThatSaysOtherThanTheLedgerIsAnErrorAtItsValue() {
        ledger(FIRST + " a.First -", SECOND + " a.Second " + FIRST);
        migration("First", FIRST, "");
        migration("Second", SECOND, "");
        Said said = project.compile().only("GW2503");
        assertThat(said.text())
                .contains("says that it is the first")
                .contains("migrations says that it follows " + FIRST);
    }

    @Test
    void aLedgerThatIsNoChainIsAnErrorAtAMigration() {
        ledger(FIRST + " a.First -", SECOND + " a.Second " + FIRST, "20260103000000 a.Third " + FIRST);
        migration("First", FIRST, "");
        migration("Second", SECOND, FIRST);
        migration("Third", "20260103000000", FIRST);
        assertThat(project.compile().only("GW2012").file()).contains("Third.java");
    }

    @Test
    void aTextThatIsNoVersionIsAnErrorThere() {
        ledger(FIRST + " a.First -");
        migration("First", FIRST, "");
        migration("Second", "tomorrow", FIRST);
        assertThat(project.compile().only("GW2504").at()).isEqualTo("\"tomorrow\"");
    }

    @Test
    void aDamagedLedgerIsAnError() {
        project.resource(Ledger.PATH, "nonsense\n");
        project.source("package a;\nclass Unrelated {}");
        assertThat(project.compile().only("GW2001").kind()).isEqualTo(Kind.ERROR);
    }

    private void ledger(String... entries) {
        StringBuilder text = new StringBuilder(Ledger.EMPTY.text());
        for (String entry : entries) {
            text.append(entry).append(' ').append(SOME_FINGERPRINT).append('\n');
        }
        project.resource(Ledger.PATH, text.toString());
    }

    private void migration(String name, String version, String after) {
        project.source("""
                package a;

                import dev.godwit.*;

                @MigrationInfo(version = "%s"%s)
                public final class %s implements Migration {
                    @Override public void up(SchemaChanges schema) {}
                    @Override public void down(SchemaChanges schema) {}
                }
                """.formatted(version, after.isEmpty() ? "" : ", after = \"" + after + '"', name));
    }
}
