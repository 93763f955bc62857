package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV as it may be written, and what is said about it otherwise. */
class CsvRowsTest {

    private static CsvRows read(String text) {
        return CsvRows.read("regions.csv", text);
    }

    private static List<List<String>> values(String text) {
        return read(text).rows().stream()
                .map(row -> row.values().values().stream()
                        .map(value -> value.orElse("NULL"))
                        .toList())
                .toList();
    }

    @Test
    void rowsHaveTheColumnsOfTheFirstLine() {
        CsvRows rows = read("code,name\nDE,Germany\r\nFR,France");

        assertThat(rows.columns()).containsExactly("code", "name");
        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.rows().get(1).text("name")).contains("France");
        assertThatThrownBy(() -> rows.rows().get(1).text("nmae"))
                .hasMessage("GW2105: There is no column nmae. The first line names [code, name].");
    }

    @Test
    void nothingIsNullAndQuotesHoldEverything() {
        assertThat(values("\uFEFFa,b,c\n1,,\n\"\",\"x, \"\"y\"\"\",\"two\nlines\"\n"))
                .containsExactly(List.of("1", "NULL", "NULL"), List.of("", "x, \"y\"", "two\nlines"));
        assertThat(read("a\n").rows()).isEmpty();
        assertThat(values("a,b\n1,2\n\n3,\" 4\"\n")).containsExactly(List.of("1", "2"), List.of("3", " 4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "''|line 1: there is no first line",
                "a,,c|line 1: a column of the first line has no name",
                "a,b,a|line 1: a column is named twice",
                "a,b/1,2/3|line 3: there are 1 values, and 2 columns",
                "a,b/1,2/3,4,5|line 3: there are 3 values",
                "a,b/1,2//3|line 4: there are 1 values",
                "a/x\"y\"|line 2: a quote stands within a value that is not quoted",
                "a/\"x\"y|line 2: something stands behind a quoted value",
                "a/1/\"x/y|line 3: a quoted value of the record that begins here does not end",
                "a,b/1, 2|line 2: ' 2' has a blank at its beginning",
            })
    void whatIsNotCsvIsRefusedWithItsLine(String text, String message) {
        String lines = text.equals("''") ? "" : text.replace('/', '\n');
        assertThatThrownBy(() -> read(lines)).hasMessageStartingWith("GW2104: regions.csv, " + message);
    }

    static final class Regions implements Migration {
        @Override
        public void up(SchemaChanges schema) {}

        @Override
        public void down(SchemaChanges schema) {}
    }

    @Test
    void aFileLiesBesideItsMigration() {
        assertThat(CsvRows.of(Regions.class, "regions.csv").rows())
                .first()
                .satisfies(row -> assertThat(row.text("name")).isEqualTo(Optional.of("Île-de-France")));
        assertThatThrownBy(() -> CsvRows.of(Regions.class, "none.csv"))
                .hasMessageStartingWith("GW2106: There is no none.csv beside Regions. ")
                .hasMessageContaining("src/main/resources/dev/godwit/none.csv");
        assertThatThrownBy(() -> CsvRows.of(Regions.class, "latin1.csv"))
                .hasMessage("GW2107: latin1.csv is not UTF-8. Save it as such.");
    }
}
