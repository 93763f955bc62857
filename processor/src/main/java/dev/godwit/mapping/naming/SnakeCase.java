package dev.godwit.mapping.naming;

import static java.lang.Character.isDigit;
import static java.lang.Character.isLowerCase;
import static java.lang.Character.isUpperCase;

import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Identifier;
import java.util.Locale;

/**
 * Camel case to underscores in lower case: {@code PhysicalNamingStrategySnakeCaseImpl}, which Spring Boot uses under
 * its older name {@code CamelCaseToUnderscoresNamingStrategy}.
 *
 * <p>6.6 knew no digits ({@code line2Text} stayed {@code line2text}) and treated quoted names like the others.
 */
record SnakeCase(HibernateLine line) implements PhysicalNames.Uniform {

    @Override
    public Identifier any(Identifier name) {
        return name.quoted() && line != HibernateLine.V6_6
                ? name
                : new Identifier(underscored(name.text()).toLowerCase(Locale.ROOT), name.quoted());
    }

    private String underscored(String name) {
        StringBuilder text = new StringBuilder(name.replace('.', '_'));
        for (int i = 1; i < text.length() - 1; i++) {
            if (isBorder(text.charAt(i - 1), text.charAt(i), text.charAt(i + 1))) {
                text.insert(i++, '_');
            }
        }
        return text.toString();
    }

    private boolean isBorder(char before, char current, char after) {
        return isSmall(before) && isUpperCase(current) && isSmall(after);
    }

    private boolean isSmall(char c) {
        return isLowerCase(c) || line != HibernateLine.V6_6 && isDigit(c);
    }
}
