package dev.godwit.mapping.naming;

import dev.godwit.schema.Identifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;

/**
 * The names that Hibernate makes for constraints without one: a prefix and, to base 35, the MD5 of the table and its
 * columns in alphabetical order ({@code org.hibernate.boot.model.naming.NamingHelper}).
 */
final class HashedName {

    private static final int BASE = 35;

    private HashedName() {}

    static String foreignKey(Identifier table, Identifier referencedTable, List<Identifier> columns) {
        return "FK" + hash("table`" + table + "`references`" + referencedTable + "`" + list(columns));
    }

    static String uniqueKey(Identifier table, List<Identifier> columns) {
        return "UK" + hash("table`" + table + "`" + list(columns));
    }

    static String index(Identifier table, List<Identifier> columns) {
        return "IDX" + hash("table`" + table + "`" + list(columns));
    }

    private static String list(List<Identifier> columns) {
        StringBuilder text = new StringBuilder();
        columns.stream()
                .sorted(Comparator.comparing(Identifier::key))
                .forEach(column -> text.append("column`").append(column).append('`'));
        return text.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(BASE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java platform guarantees MD5.", e);
        }
    }
}
