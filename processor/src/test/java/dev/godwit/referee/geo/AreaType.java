package dev.godwit.referee.geo;

import java.io.Serializable;
import java.sql.Types;
import java.util.Objects;
import org.hibernate.usertype.UserType;

/** Only its code says how long the column is. */
public class AreaType implements UserType<Area> {

    @Override
    public int getSqlType() {
        return Types.VARCHAR;
    }

    @Override
    public long getDefaultSqlLength(
            org.hibernate.dialect.Dialect dialect, org.hibernate.type.descriptor.jdbc.JdbcType type) {
        return 77;
    }

    @Override
    public Class<Area> returnedClass() {
        return Area.class;
    }

    @Override
    public boolean equals(Area one, Area other) {
        return Objects.equals(one, other);
    }

    @Override
    public int hashCode(Area area) {
        return Objects.hashCode(area);
    }

    @Override
    public Area deepCopy(Area area) {
        return area;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(Area area) {
        return area;
    }

    @Override
    public Area assemble(Serializable cached, Object owner) {
        return (Area) cached;
    }
}
