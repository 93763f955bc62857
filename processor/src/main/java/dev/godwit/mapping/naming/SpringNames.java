package dev.godwit.mapping.naming;

import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Identifier;

/** Join tables named after the owning table and the attribute: Spring Boot's {@code SpringImplicitNamingStrategy}. */
final class SpringNames extends JpaNames {

    SpringNames(Quoting quoting, HibernateLine line) {
        super(quoting, line);
    }

    @Override
    public Identifier joinTable(JoinTable source) {
        return identifier(source.ownerTable().text() + '_' + path(source.path()));
    }
}
