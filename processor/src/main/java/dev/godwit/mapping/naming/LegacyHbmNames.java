package dev.godwit.mapping.naming;

import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Identifier;

/** Names after attributes alone: {@code ImplicitNamingStrategyLegacyHbmImpl}. */
final class LegacyHbmNames extends JpaNames {

    LegacyHbmNames(Quoting quoting, HibernateLine line) {
        super(quoting, line);
    }

    @Override
    public Identifier joinTable(JoinTable source) {
        return identifier(source.ownerTable().text() + '_' + path(source.path()));
    }

    @Override
    public Identifier basicColumn(String path, boolean element) {
        return element ? identifier("elt") : super.basicColumn(path, false);
    }

    @Override
    public Identifier joinColumn(JoinColumn source) {
        return source.path().map(path -> identifier(path(path))).orElseGet(() -> super.joinColumn(source));
    }

    @Override
    String entity(EntityName entity) {
        return entity.unqualified();
    }
}
