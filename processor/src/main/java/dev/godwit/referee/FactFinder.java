package dev.godwit.referee;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.DialectException;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.UniqueKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the facts out of a schema, in the words of one database. */
final class FactFinder {

    private static final String UNNAMED = "named by the database";

    private final Dialect dialect;
    private final Facts facts = new Facts();
    private final Map<String, Ref> places = new HashMap<>();

    private FactFinder(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The facts of a schema, and the place in the schema that an object or subject is at.
     *
     * @param places by object, and by object and subject separated by a comma and a blank
     */
    record Found(Facts facts, Map<String, Ref> places) {}

    static Found find(Schema schema, Dialect dialect) {
        FactFinder finder = new FactFinder(dialect);
        schema.tables().values().stream().map(finder::asCreated).forEach(finder::table);
        schema.sequences().values().forEach(finder::sequence);
        schema.structs().values().forEach(finder::struct);
        return new Found(finder.facts, Map.copyOf(finder.places));
    }

    /** Hibernate leaves it to the database to refuse a name that is too long, so this is nothing to disagree about. */
    private Table asCreated(Table table) {
        try {
            return dialect.asCreated(table);
        } catch (DialectException tooLong) {
            return table;
        }
    }

    /** The type as SQL, or why this database has none. */
    private String sql(Type type) {
        try {
            return SqlText.type(dialect.render(type));
        } catch (DialectException unsupported) {
            return "no type: " + unsupported.getMessage();
        }
    }

    private void table(Table table) {
        String object = "table " + name(table.name());
        places.put(object, Ref.of(table.name()));
        facts.state(object, "", Facts.MAIN, "has it");
        table.comment().ifPresent(text -> facts.state(object, "", "comment", text));
        table.options().ifPresent(sql -> facts.state(object, "", "options", sql));
        table.columns().values().forEach(column -> column(object, table, column));
        table.primaryKey().ifPresent(key -> primaryKey(object, key));
        table.uniqueKeys().forEach(key -> uniqueKey(object, key));
        table.foreignKeys().forEach(key -> foreignKey(object, key));
        table.indexes().forEach(index -> index(object, index));
        table.checks().forEach(check -> check(object, check));
    }

    private void column(String object, Table table, Column column) {
        String subject = "column " + dialect.catalogName(column.name());
        places.put(object + ", " + subject, Ref.of(table.name(), column.name()));
        boolean ofKey = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        facts.state(object, subject, Facts.MAIN, sql(column.type()));
        facts.state(object, subject, "nullability", column.nullable() && !ofKey ? "null" : "not null");
        column.defaultSql().ifPresent(sql -> facts.state(object, subject, "default", sql.strip()));
        if (column.identity()) {
            facts.state(object, subject, "identity", "identity");
        }
        column.generatedAs()
                .ifPresent(sql -> facts.state(object, subject, "generated as", SqlText.normal(sql.expression())));
        column.comment().ifPresent(text -> facts.state(object, subject, "comment", text));
        column.collation().ifPresent(collation -> facts.state(object, subject, "collation", collation));
        column.options().ifPresent(sql -> facts.state(object, subject, "options", sql));
        column.checks().forEach(check -> check(object, check));
    }

    private void primaryKey(String object, PrimaryKey key) {
        facts.state(object, "primary key", Facts.MAIN, columns(key.columns()));
        facts.state(object, "primary key", "name", name(key.name()));
    }

    private void uniqueKey(String object, UniqueKey key) {
        String subject = "unique key " + columns(key.columns());
        facts.state(object, subject, Facts.MAIN, name(key.name()));
        key.options().ifPresent(sql -> facts.state(object, subject, "options", sql));
    }

    private void foreignKey(String object, ForeignKey key) {
        String subject = "foreign key "
                + key.definition()
                        .map(SqlText::normal)
                        .orElseGet(() -> "%s to %s %s"
                                .formatted(
                                        columns(key.columns()),
                                        name(key.referencedTable()),
                                        columns(key.referencedColumns())));
        facts.state(object, subject, Facts.MAIN, dialect.catalogName(key.name()));
        facts.state(
                object,
                subject,
                "on delete",
                key.onDelete().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        key.options().ifPresent(sql -> facts.state(object, subject, "options", sql));
    }

    private void index(String object, Index index) {
        String parts = index.parts().stream().map(this::part).collect(Collectors.joining(", ", "(", ")"));
        String subject = (index.unique() ? "unique index " : "index ") + parts;
        facts.state(object, subject, Facts.MAIN, dialect.catalogName(index.name()));
        index.options().ifPresent(sql -> facts.state(object, subject, "options", sql));
    }

    private String part(Index.Part part) {
        String what = part.column()
                .map(dialect::catalogName)
                .or(() -> part.expression().map(SqlText::normal))
                .orElse("");
        return what
                + part.order()
                        .map(order -> " " + order.toLowerCase(Locale.ROOT))
                        .orElse("");
    }

    private void check(String object, Check check) {
        facts.state(object, "check " + SqlText.normal(check.expression()), Facts.MAIN, name(check.name()));
    }

    private void sequence(Sequence sequence) {
        String object = "sequence " + name(sequence.name());
        places.put(object, Ref.of(sequence.name()));
        facts.state(object, "", Facts.MAIN, "start with " + sequence.start());
        if (hasSequences()) {
            facts.state(object, "", "increment", String.valueOf(sequence.increment()));
        }
        sequence.options().ifPresent(sql -> facts.state(object, "", "options", sql));
    }

    /** A table that stands in for a sequence does not know the increment. */
    private boolean hasSequences() {
        return switch (dialect.kind()) {
            case MYSQL -> false;
            case POSTGRESQL, MARIADB, H2 -> true;
        };
    }

    private void struct(Struct struct) {
        String object = "type " + name(struct.name());
        places.put(object, Ref.of(struct.name()));
        struct.attributes()
                .forEach((attribute, type) ->
                        facts.state(object, "attribute " + dialect.catalogName(attribute), Facts.MAIN, sql(type)));
    }

    private String columns(Collection<Identifier> columns) {
        return columns.stream().map(dialect::catalogName).collect(Collectors.joining(", ", "(", ")"));
    }

    private String name(Optional<Identifier> name) {
        return name.map(dialect::catalogName).orElse(UNNAMED);
    }

    /** The name as the database's catalog holds it, behind the schema or catalog that this database qualifies by. */
    private String name(QualifiedName name) {
        String any = "x";
        String qualified = dialect.quote(new QualifiedName(name.catalog(), name.schema(), Identifier.of(any)));
        String qualifier = qualified.substring(0, qualified.length() - any.length());
        return qualifier.replaceAll("[\"`]", "") + dialect.catalogName(name.name());
    }
}
