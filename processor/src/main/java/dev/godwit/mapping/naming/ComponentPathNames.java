package dev.godwit.mapping.naming;

import dev.godwit.model.Settings.HibernateLine;

/** Columns of embeddables named after their whole path: {@code ImplicitNamingStrategyComponentPathImpl}. */
final class ComponentPathNames extends JpaNames {

    private static final String IDENTIFIER_MAPPER = "_identifierMapper";

    ComponentPathNames(Quoting quoting, HibernateLine line) {
        super(quoting, line);
    }

    @Override
    String path(String path) {
        String named = path.startsWith(IDENTIFIER_MAPPER) ? "id" + path.substring(IDENTIFIER_MAPPER.length()) : path;
        return named.replace("<", "").replace(">", "").replace('.', '_');
    }
}
