package dev.godwit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.execute.Manners;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void aPhaseIsOneOfFour() {
        assertThat(Parameters.phase("expand")).isEqualTo(Phase.EXPAND);
        assertThatThrownBy(() -> Parameters.phase("half"))
                .hasMessage("GW5001: godwit.phase=half is not known. Use one of: [auto, expand, contract, all].");
    }

    @Test
    void aFormatIsTextOrJson() {
        assertThat(OutputFormat.of("json")).isEqualTo(OutputFormat.JSON);
        assertThatThrownBy(() -> OutputFormat.of("xml")).hasMessageStartingWith("GW5001: ");
    }

    @Test
    void aVersionIsATime() {
        assertThat(Parameters.version("to", Optional.of("20261101090000"))).contains("20261101090000");
        assertThatThrownBy(() -> Parameters.version("to", Optional.of("yesterday")))
                .hasMessageStartingWith("GW5002: godwit.to=yesterday ");
    }

    @Test
    void aTimeHasAUnit() {
        Waits waits = new Waits(Optional.of("500ms"), Optional.of("2 H"), Optional.of("90s"));

        Manners manners = waits.over(Options.DEFAULT).manners();

        assertThat(manners.lockTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(manners.limits().indexWait()).isEqualTo(Duration.ofHours(2));
        assertThat(manners.limits().statement()).contains(Duration.ofSeconds(90));
        assertThat(new Waits(Optional.empty(), Optional.empty(), Optional.empty()).over(Options.DEFAULT))
                .isEqualTo(Options.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0s", "soon", "-1s", "169h", "1d", ""})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Parameters.time("lockWait", Optional.of(text)))
                .hasMessageStartingWith("GW5041: godwit.lockWait=%s is no time.", text);
    }

    @Test
    void aRollbackGoesBackOneStepUnlessStated() {
        assertThat(Parameters.rollback(Optional.empty(), Optional.empty())).isEqualTo(RollbackTarget.steps(1));
        assertThat(Parameters.rollback(Optional.of("3"), Optional.empty())).isEqualTo(RollbackTarget.steps(3));
        assertThat(Parameters.rollback(Optional.empty(), Optional.of("20261101090000")))
                .isEqualTo(RollbackTarget.to("20261101090000"));
        assertThatThrownBy(() -> Parameters.rollback(Optional.of("1"), Optional.of("20261101090000")))
                .hasMessageStartingWith("GW5004: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", ""})
    void stepsAreAtLeastOne(String steps) {
        assertThatThrownBy(() -> Parameters.rollback(Optional.of(steps), Optional.empty()))
                .hasMessageStartingWith("GW5003: ");
    }
}
