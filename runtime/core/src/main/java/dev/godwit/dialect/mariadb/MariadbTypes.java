package dev.godwit.dialect.mariadb;

import dev.godwit.dialect.mysql.MysqlTypes;
import dev.godwit.dialect.standard.Version;
import dev.godwit.schema.Type.Simple;

/** Types as {@code org.hibernate.dialect.MariaDBDialect} writes them. */
final class MariadbTypes extends MysqlTypes {

    private static final Version NATIVE_UUID = new Version(10, 7);

    private final Version version;

    MariadbTypes(Version version) {
        this.version = version;
    }

    @Override
    public String simple(Simple type) {
        return type.kind() == Simple.Kind.UUID && version.isAtLeast(NATIVE_UUID) ? "uuid" : super.simple(type);
    }
}
