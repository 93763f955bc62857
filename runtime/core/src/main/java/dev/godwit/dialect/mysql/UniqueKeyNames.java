package dev.godwit.dialect.mysql;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.UniqueKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The names that Hibernate makes up for unique keys ({@code NamingHelper.generateHashedConstraintName}). */
final class UniqueKeyNames {

    private static final int RADIX = 35;

    private UniqueKeyNames() {}

    /** The key itself where it has a name. */
    static UniqueKey named(QualifiedName table, UniqueKey key) {
        return key.name().isPresent()
                ? key
                : key.withName(key.impliedName().or(() -> Optional.of(of(table, key.columns()))));
    }

    private static Identifier of(QualifiedName table, List<Identifier> columns) {
        StringBuilder text = new StringBuilder("table`").append(table.name()).append('`');
        columns.stream()
                .sorted(Comparator.comparing(Identifier::key))
                .forEach(column -> text.append("column`").append(column).append('`'));
        return Identifier.of("UK" + hash(text.toString()));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(RADIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has MD5.", e);
        }
    }
}
