package dev.godwit.dialect.mariadb;

import dev.godwit.dialect.mysql.MysqlTypes;
import dev.godwit.dialect.standard.Version;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;

/** Types as {@code org.hibernate.dialect.MariaDBDialect} writes them. */
final class MariadbTypes extends MysqlTypes {

    private static final Version NATIVE_UUID = new Version(10, 7);

    private final Version version;

    MariadbTypes(Version version) {
        this.version = version;
    }

    /**
     * Nationalized text is plain text: MariaDB's is in Unicode anyway, and Hibernate's dialect says so
     * ({@code NationalizationSupport.IMPLICIT}).
     */
    @Override
    public String sized(Sized type) {
        return super.sized(
                switch (type.kind()) {
                    case NCHAR -> new Sized(Sized.Kind.CHAR, type.length());
                    case NVARCHAR -> new Sized(Sized.Kind.VARCHAR, type.length());
                    case NCLOB -> new Sized(Sized.Kind.CLOB, type.length());
                    default -> type;
                });
    }

    @Override
    public String simple(Simple type) {
        return type.kind() == Simple.Kind.UUID && version.isAtLeast(NATIVE_UUID) ? "uuid" : super.simple(type);
    }
}
