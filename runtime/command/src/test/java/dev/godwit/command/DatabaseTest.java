package dev.godwit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    private static final String URL = "jdbc:postgresql://localhost/shop";

    @Test
    void parametersComeBeforeTheEnvironmentAndThatBeforeStoredCredentials() {
        Map<String, String> parameters = Map.of("url", URL);
        Map<String, String> environment = Map.of("GODWIT_URL", "jdbc:h2:mem:", "GODWIT_USER", "env");
        Map<String, String> stored = Map.of("user", "stored", "password", "stored");
        Optional<Database> found = Database.find(
                name -> Optional.ofNullable(parameters.get(name)),
                environment,
                name -> Optional.ofNullable(stored.get(name)));
        assertThat(found).contains(new Database(URL, Optional.of("env"), Optional.of("stored"), Optional.empty()));
    }

    @Test
    void withoutAUrlThereIsNone() {
        assertThat(Database.find(name -> Optional.of(" "), Map.of(), name -> Optional.empty()))
                .isEmpty();
        assertThatThrownBy(() -> Database.require(Optional.empty()))
                .hasMessageStartingWith("GW5020: ")
                .hasMessageContaining("GODWIT_URL");
    }

    @Test
    void whatIsNoUrlIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> database("postgresql://anna:secret@localhost/shop"))
                .hasMessageStartingWith("GW5021: ")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/shop?user=anna&password=secret&ssl=true",
                "jdbc:h2:./shop;PASSWORD=secret;MODE=REGULAR",
                "jdbc:mysql://anna:secret@localhost/shop",
                "jdbc:mariadb://localhost/shop?user=anna&trustStorePassword=secret",
            })
    void aPasswordInTheUrlIsNeverShown(String url) {
        assertThat(database(url).toString()).doesNotContain("secret").contains("shop");
    }

    private static Database database(String url) {
        return new Database(url, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
