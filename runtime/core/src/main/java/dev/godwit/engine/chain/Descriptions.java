package dev.godwit.engine.chain;

import java.util.Locale;
import java.util.regex.Pattern;

/** A few words about a migration, from its name: no class has to be loaded for them. */
public final class Descriptions {

    private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private Descriptions() {}

    /** {@code shop.V20261122101500__AddLoyaltyTier} is {@code add loyalty tier}. */
    public static String of(String className) {
        String simple = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
        String name = simple.substring(simple.indexOf("__") < 0 ? 0 : simple.indexOf("__") + 2);
        return WORD_BEGINS.matcher(name).replaceAll(" ").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
