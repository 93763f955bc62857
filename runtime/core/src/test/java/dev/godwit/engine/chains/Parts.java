package dev.godwit.engine.chains;

import static dev.godwit.ForeignKeySpec.foreignKey;

import dev.godwit.MovedValues;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Tables whose rows belong to those of another one, as they come and go in a migration.
 *
 * @param define a table with its columns and keys, but for the foreign key
 */
record Parts(RandomChain chain, BiConsumer<NewTable, Model> define, Link link) {

    /** The foreign key of parts. */
    enum Link {
        NONE,
        INSIDE,
        APART
    }

    /** A name for each table may be one from before it was renamed. */
    void create(String part, String owner, Model model) {
        Model columns = model.copy();
        chain.table(part, Optional.of(model));
        String to = chain.now(owner);
        Key key = chain.model(to).key();
        chain.say(new Edit(schema -> create(schema, part, columns, to, key), schema -> schema.dropTable(part)));
        if (link == Link.APART) {
            chain.say(link(part, columns, to, key));
        }
    }

    void drop(String formerPart, String owner) {
        String part = chain.now(formerPart);
        Model columns = chain.model(part).copy();
        String to = chain.now(owner);
        Key key = chain.model(to).key();
        if (link == Link.APART) {
            chain.say(link(part, columns, to, key).reversed());
        }
        chain.dropStandings(part);
        Model bare = chain.model(part).copy();
        chain.table(part, Optional.empty());
        chain.say(new Edit(schema -> schema.dropTable(part), schema -> create(schema, part, bare, to, key)));
    }

    private void create(SchemaChanges schema, String part, Model model, String owner, Key ownerKey) {
        schema.createTable(part, table -> {
            define.accept(table, model);
            if (link == Link.INSIDE) {
                table.foreignKey(name(model), foreignKey(model.key().names()).references(owner, ownerKey.names()));
            }
        });
    }

    private Edit link(String part, Model model, String owner, Key ownerKey) {
        return new Edit(
                schema -> schema.table(part)
                        .addForeignKey(
                                name(model), foreignKey(model.key().names()).references(owner, ownerKey.names())),
                schema -> schema.table(part).dropForeignKey(name(model)));
    }

    private static String name(Model model) {
        return "fk_" + model.key().columns().get(0);
    }

    /** How values go to parts; the way back is the reverse. */
    Edit move(String owner, String part, List<String> ofOwner, List<String> ofPart, Kinds kinds) {
        String from = chain.now(owner);
        String to = chain.now(part);
        List<String> keys = chain.model(from).key().columns();
        List<String> partKeys = chain.model(to).key().columns();
        List<String> values = ofOwner.stream().map(chain::now).toList();
        List<String> partValues = ofPart.stream().map(chain::now).toList();
        return new Edit(
                schema ->
                        schema.moveValues(from, to, pairs(keys, partKeys, values, partValues, kinds.toParts())::apply),
                schema ->
                        schema.moveValues(to, from, pairs(partKeys, keys, partValues, values, kinds.toOwner())::apply));
    }

    /** What is said of moves beside their columns. */
    record Kinds(UnaryOperator<MovedValues> toParts, UnaryOperator<MovedValues> toOwner) {
        static final Kinds NONE = new Kinds(MovedValues::newRows, UnaryOperator.identity());
    }

    private static UnaryOperator<MovedValues> pairs(
            List<String> keys,
            List<String> otherKeys,
            List<String> columns,
            List<String> others,
            UnaryOperator<MovedValues> more) {
        return moved -> {
            for (int i = 0; i < keys.size(); i++) {
                moved.join(keys.get(i), otherKeys.get(i));
            }
            for (int i = 0; i < columns.size(); i++) {
                moved.column(columns.get(i), others.get(i));
            }
            return more.apply(moved);
        };
    }
}
