package dev.godwit.dialect.standard;

import dev.godwit.schema.Type;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that stand in for those of a column that is away: any that its type takes as a default. */
public final class StandIns {

    private static final Pattern FIRST_WORD = Pattern.compile("[a-z]+[0-9]?");

    private static final Map<String, String> BY_WORD = Map.ofEntries(
            Map.entry("bit", "0"),
            Map.entry("bool", "false"),
            Map.entry("boolean", "false"),
            Map.entry("tinyint", "0"),
            Map.entry("smallint", "0"),
            Map.entry("mediumint", "0"),
            Map.entry("int", "0"),
            Map.entry("integer", "0"),
            Map.entry("bigint", "0"),
            Map.entry("decimal", "0"),
            Map.entry("numeric", "0"),
            Map.entry("float", "0"),
            Map.entry("double", "0"),
            Map.entry("real", "0"),
            Map.entry("year", "0"),
            Map.entry("char", "''"),
            Map.entry("nchar", "''"),
            Map.entry("varchar", "''"),
            Map.entry("nvarchar", "''"),
            Map.entry("binary", "''"),
            Map.entry("varbinary", "''"),
            Map.entry("tinytext", "('')"),
            Map.entry("text", "('')"),
            Map.entry("mediumtext", "('')"),
            Map.entry("longtext", "('')"),
            Map.entry("tinyblob", "('')"),
            Map.entry("blob", "('')"),
            Map.entry("mediumblob", "('')"),
            Map.entry("longblob", "('')"),
            Map.entry("json", "('null')"),
            Map.entry("jsonb", "('null')"),
            Map.entry("bytea", "''"),
            Map.entry("oid", "0"),
            Map.entry("interval", "'0'"),
            Map.entry("inet", "'0.0.0.0'"),
            Map.entry("date", "'1970-01-01'"),
            Map.entry("time", "'00:00:00'"),
            Map.entry("datetime", "'1970-01-01 00:00:00'"),
            Map.entry("timestamp", "'1970-01-02 00:00:00'"),
            Map.entry("uuid", "'00000000-0000-0000-0000-000000000000'"),
            Map.entry("inet4", "'0.0.0.0'"),
            Map.entry("inet6", "'::'"));

    private StandIns() {}

    /** A default for a column's type; empty for a type that is not known. */
    public static Optional<String> of(Site site, Type type) {
        return type instanceof Type.EnumOf values && values.storage() == Type.EnumOf.Storage.NAMED_TYPE
                ? values.values().stream().findFirst().map(site.dialect()::literal)
                : of(site.dialect().render(type));
    }

    /** A default for a type as it stands in a definition; empty for a type that is not known. */
    public static Optional<String> of(String type) {
        String text = type.strip();
        Matcher word = FIRST_WORD.matcher(text.toLowerCase(Locale.ROOT));
        if (!word.lookingAt()) {
            return Optional.empty();
        }
        return word.group().equals("enum") ? firstValue(text) : Optional.ofNullable(BY_WORD.get(word.group()));
    }

    /** {@code enum ('A','B')}: the first literal, in which a quote is doubled. */
    private static Optional<String> firstValue(String type) {
        Matcher literal = Pattern.compile("'(?:[^']|'')*'").matcher(type);
        return literal.find() ? Optional.of(literal.group()) : Optional.empty();
    }
}
