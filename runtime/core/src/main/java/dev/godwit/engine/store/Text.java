package dev.godwit.engine.store;

/** Text that fits a column. */
final class Text {

    private Text() {}

    static String atMost(int characters, String text) {
        return text.length() <= characters ? text : text.substring(0, characters - 1) + "…";
    }
}
