package dev.godwit.mapping.naming;

import dev.godwit.schema.Identifier;

/** Names in the database for logical ones; the counterpart of Hibernate's {@code PhysicalNamingStrategy}. */
public interface PhysicalNames {

    /** {@code PhysicalNamingStrategyStandardImpl}: every name as it is. */
    PhysicalNames STANDARD = new Uniform() {
        @Override
        public Identifier any(Identifier name) {
            return name;
        }
    };

    /** A strategy that treats all names alike. */
    interface Uniform extends PhysicalNames {
        Identifier any(Identifier name);

        @Override
        default Identifier catalog(Identifier name) {
            return any(name);
        }

        @Override
        default Identifier schema(Identifier name) {
            return any(name);
        }

        @Override
        default Identifier table(Identifier name) {
            return any(name);
        }

        @Override
        default Identifier sequence(Identifier name) {
            return any(name);
        }

        @Override
        default Identifier column(Identifier name) {
            return any(name);
        }

        @Override
        default Identifier type(Identifier name) {
            return name;
        }
    }

    Identifier catalog(Identifier name);

    Identifier schema(Identifier name);

    Identifier table(Identifier name);

    Identifier sequence(Identifier name);

    Identifier column(Identifier name);

    Identifier type(Identifier name);
}
