package dev.godwit.zoo;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.usertype.UserType;

/** What user types share that are only asked for their SQL type. */
abstract class SimpleUserType<J> implements UserType<J> {

    @Override
    public boolean equals(J one, J other) {
        return one == other;
    }

    @Override
    public int hashCode(J value) {
        return value.hashCode();
    }

    @Override
    @SuppressWarnings("removal")
    public J nullSafeGet(ResultSet rows, int position, SharedSessionContractImplementor session, Object owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("removal")
    public void nullSafeSet(
            PreparedStatement statement, J value, int position, SharedSessionContractImplementor session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public J deepCopy(J value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(J value) {
        return (Serializable) value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public J assemble(Serializable cached, Object owner) {
        return (J) cached;
    }
}
