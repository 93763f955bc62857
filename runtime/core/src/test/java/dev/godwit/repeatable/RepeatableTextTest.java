package dev.godwit.repeatable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.schema.QualifiedName;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file of SQL says about itself. */
class RepeatableTextTest {

    @Test
    void commentsAtTheBeginningSayWhatItNeeds() {
        RepeatableText text = RepeatableText.parse("""
                -- Note: for the report.

                -- after: a, b
                -- reads: customers, sales.orders
                -- drop: drop view if exists w
                -- drop: drop view if exists v
                create view v as select 1; -- reads: nothing
                -- reads: nothing either
                select ';'
                -- next statement
                create view w as select 2
                -- next statement
                """);
        assertThat(text.after()).containsExactly("a", "b");
        assertThat(text.reads()).containsExactly(QualifiedName.of("customers"), QualifiedName.of("sales.orders"));
        assertThat(text.drops()).containsExactly("drop view if exists w", "drop view if exists v");
        assertThat(text.statements())
                .containsExactly(
                        "create view v as select 1; -- reads: nothing\n-- reads: nothing either\nselect ';'",
                        "create view w as select 2");
    }

    @Test
    void whatIsMisspelledOrMissingIsRefused() {
        refused("-- read: t\nselect 1", "line 1 begins with '-- read:'");
        refused("-- after: a\n-- next statement\n", "no statement");
        refused("", "no statement");
        refused("-- reads: t\nselect 1", "how it is taken away");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> RepeatableText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aDatabaseGetsItsOwnTextOrTheOneForAll() {
        RepeatableFiles files = new RepeatableFiles("v", Map.of("", "select 1", "h2", "select 2"));
        assertThat(files.on(DatabaseKind.H2).orElseThrow().statements()).containsExactly("select 2");
        assertThat(files.on(DatabaseKind.MARIADB).orElseThrow().statements()).containsExactly("select 1");
        assertThat(new RepeatableFiles("v", Map.of("h2", "select 2")).on(DatabaseKind.MYSQL))
                .isEmpty();
    }

    @Test
    void theHashSeesEveryTextAndNoLineEnd() {
        String hash = new RepeatableFiles("v", Map.of("", "a\nb")).hash();
        assertThat(new RepeatableFiles("w", Map.of("", "a\r\nb")).hash()).isEqualTo(hash);
        assertThat(new RepeatableFiles("v", Map.of("", "a\nc")).hash()).isNotEqualTo(hash);
        assertThat(new RepeatableFiles("v", Map.of("h2", "a\nb")).hash()).isNotEqualTo(hash);
        assertThat(hash).matches("1:[0-9a-f]{32}");
    }
}
