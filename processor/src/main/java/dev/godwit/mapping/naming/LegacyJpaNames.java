package dev.godwit.mapping.naming;

import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Identifier;

/** Names after tables instead of entities: {@code ImplicitNamingStrategyLegacyJpaImpl}. */
final class LegacyJpaNames extends JpaNames {

    LegacyJpaNames(Quoting quoting, HibernateLine line) {
        super(quoting, line);
    }

    @Override
    public Identifier joinTable(JoinTable source) {
        return identifier(source.ownerTable().text()
                + '_'
                + source.targetTable().map(Identifier::text).orElseGet(() -> path(source.path())));
    }

    @Override
    public Identifier collectionTable(CollectionTable source) {
        Identifier name = identifier(source.ownerTable().text() + '_' + path(source.path()));
        return source.ownerTable().quoted() ? Quoting.quoted(name) : name;
    }

    @Override
    public Identifier joinColumn(JoinColumn source) {
        return identifier(
                qualifier(source, source.table().text()) + '_' + source.column().text());
    }
}
