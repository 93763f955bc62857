package dev.godwit.mapping.naming;

import dev.godwit.mapping.naming.ImplicitNames.CollectionTable;
import dev.godwit.mapping.naming.ImplicitNames.JoinColumn;
import dev.godwit.mapping.naming.ImplicitNames.JoinTable;
import dev.godwit.schema.Identifier;

/**
 * The names of a model's tables and columns, with the quoting that Hibernate's binders add to what its strategies say.
 *
 * @param implicit names for what the mapping leaves unnamed, keys and indexes among them
 * @param physical names in the database for logical ones
 * @param quoting how a name that the mapping states is read
 * @param generators names of sequences and generator tables
 */
public record Naming(ImplicitNames implicit, PhysicalNames physical, Quoting quoting, GeneratorNames generators) {

    /** Inside a path, the element of a collection. */
    public static final String ELEMENT = "{element}";

    /** Behind an attribute's name: the default name of a map's key column. */
    private static final String MAP_KEY = "_KEY";

    private static final String DISCRIMINATOR = "DTYPE";

    /** A table that the mapping names. */
    public Name table(String stated) {
        return table(quoting.read(stated));
    }

    public Name table(EntityName entity) {
        return table(quoting.normalize(implicit.entityTable(entity)));
    }

    /** A join table without a name; quoted where one of the two tables is. */
    public Name table(JoinTable source) {
        boolean quoted = source.ownerTable().quoted()
                || source.targetTable().filter(Identifier::quoted).isPresent();
        return associationTable(implicit.joinTable(source), quoted);
    }

    /** A collection table without a name; quoted where the owner's table is. */
    public Name table(CollectionTable source) {
        return associationTable(
                implicit.collectionTable(source), source.ownerTable().quoted());
    }

    /** A column that the mapping names. */
    public Name column(String stated) {
        return column(quoting.read(stated));
    }

    /**
     * The column of a basic attribute without a name.
     *
     * @param element whether the column holds the elements of a collection
     */
    public Name basicColumn(String path, boolean element) {
        return column(quoting.normalize(withoutElement(implicit.basicColumn(path, element))));
    }

    /** A join column without a name; quoted where the referenced table or column is. */
    public Name joinColumn(JoinColumn source) {
        Identifier name = withoutElement(implicit.joinColumn(source));
        return column(quoted(name, source.table().quoted() || source.column().quoted()));
    }

    /**
     * The column by which the table of a subclass or a secondary table refers to the primary table.
     *
     * @param table logical name of the primary table
     * @param column logical name of its primary key column
     */
    public Name primaryKeyJoinColumn(Identifier table, Identifier column) {
        Identifier name = implicit.primaryKeyJoinColumn(table, column);
        return column(quoted(name, table.quoted() || column.quoted()));
    }

    /** The key column of an {@code @Any} attribute whose join column has no name. */
    public Name anyKeyColumn(String path) {
        return column(implicit.anyKeyColumn(path));
    }

    /**
     * The key column of a map of this attribute.
     *
     * @param attribute the simple name of the attribute
     */
    public Name mapKeyColumn(String attribute) {
        return column(attribute + MAP_KEY);
    }

    /** The position column of a list without {@code @OrderColumn}. */
    public Name listIndexColumn(String path) {
        return column(implicit.listIndexColumn(path));
    }

    /**
     * The position column of a list whose {@code @OrderColumn} states no name.
     *
     * @param attribute the simple name of the attribute
     */
    public Name orderColumn(String attribute) {
        return column(attribute + "_ORDER");
    }

    /** The discriminator column of a hierarchy, where {@code @DiscriminatorColumn} states no name. */
    public Name discriminatorColumn() {
        return column(DISCRIMINATOR);
    }

    /** The discriminator column of an embeddable with subclasses. */
    public Name embeddableDiscriminatorColumn(String attribute) {
        return column(attribute + '_' + DISCRIMINATOR);
    }

    /** A sequence under this logical name. */
    public Name sequence(Identifier logical) {
        return new Name(logical, physical.sequence(logical));
    }

    public Name column(Identifier logical) {
        return new Name(logical, physical.column(logical));
    }

    public Name table(Identifier logical) {
        return new Name(logical, physical.table(logical));
    }

    private Name associationTable(Identifier name, boolean quoted) {
        return table(quoted(name, quoted));
    }

    private static Identifier quoted(Identifier name, boolean quoted) {
        return quoted ? Quoting.quoted(name) : name;
    }

    /**
     * Hibernate cuts the marker of a collection's element out of a name, and with it the quotes that its braces had
     * brought.
     */
    private static Identifier withoutElement(Identifier name) {
        String marker = "_" + ELEMENT + "_";
        return name.text().contains(marker) ? Quoting.parse(name.text().replace(marker, "_")) : name;
    }
}
