package dev.godwit.referee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            ((Tier  in ( 'Gold', 'in  USE' )))  | tier in ('Gold','in  USE')
            "Rank" between 0 and 2              | rank between 0 and 2
            `rank`>=0                           | rank>=0
            (a > 0) and (b > 0)                 | (a > 0) and (b > 0)
            (text = ')' and a = 1)              | text = ')' and a = 1
            Numeric(12, 2)                      | numeric(12,2)
            """)
    void bringsExpressionsToOneForm(String sql, String expected) {
        assertThat(SqlText.normal(sql)).isEqualTo(expected);
    }
}
