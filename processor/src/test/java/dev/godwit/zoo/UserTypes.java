package dev.godwit.zoo;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.Set;
import org.hibernate.annotations.CompositeType;
import org.hibernate.annotations.CompositeTypeRegistration;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.TypeRegistration;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.type.SqlTypes;
import org.hibernate.usertype.CompositeUserType;

/** Types of a user's own: what their methods return is read from their source. */
class UserTypes {

    @Entity
    @TypeRegistration(basicClass = Degrees.class, userType = DegreesType.class)
    @CompositeTypeRegistration(embeddableClass = Price.class, userType = PriceType.class)
    static class Oven {
        @Id
        Long id;

        @Type(DegreesType.class)
        Degrees inside;

        Degrees outside;

        @Column(length = 40)
        @Type(ModelType.class)
        String model;

        @CompositeType(PriceType.class)
        @AttributeOverride(name = "cents", column = @Column(name = "price_cents"))
        Price price;

        @Embedded
        @AttributeOverride(name = "cents", column = @Column(name = "deposit_cents"))
        @AttributeOverride(name = "code", column = @Column(name = "deposit_code"))
        Price deposit;

        @ElementCollection
        @CompositeType(PriceType.class)
        Set<Price> offers;
    }

    record Degrees(int value) implements Serializable {}

    static class DegreesType extends SimpleUserType<Degrees> {
        @Override
        public int getSqlType() {
            return Types.SMALLINT;
        }

        @Override
        public Class<Degrees> returnedClass() {
            return Degrees.class;
        }
    }

    static class ModelType extends SimpleUserType<String> {
        private static final int KIND = SqlTypes.VARCHAR;

        @Override
        public int getSqlType() {
            return KIND;
        }

        @Override
        public Class<String> returnedClass() {
            return String.class;
        }
    }

    static class Price implements Serializable {
        private static final long serialVersionUID = 1L;
        private final BigDecimal amount;

        Price(BigDecimal amount) {
            this.amount = amount;
        }

        BigDecimal amount() {
            return amount;
        }
    }

    static class PriceType implements CompositeUserType<Price> {
        static class Mapper {
            Long cents;

            @Column(length = 3)
            String code;
        }

        @Override
        public Class<?> embeddable() {
            return Mapper.class;
        }

        @Override
        public Class<Price> returnedClass() {
            return Price.class;
        }

        @Override
        public Object getPropertyValue(Price component, int property) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Price instantiate(ValueAccess values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean equals(Price one, Price other) {
            return one == other;
        }

        @Override
        public int hashCode(Price price) {
            return price.hashCode();
        }

        @Override
        public Price deepCopy(Price price) {
            return price;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public Serializable disassemble(Price price) {
            return price;
        }

        @Override
        public Price assemble(Serializable cached, Object owner) {
            return (Price) cached;
        }

        @Override
        public Price replace(Price detached, Price managed, Object owner) {
            return detached;
        }
    }
}
