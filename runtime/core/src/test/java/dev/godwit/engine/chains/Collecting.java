package dev.godwit.engine.chains;

import static dev.godwit.KeySpec.key;

import dev.godwit.NewTable;
import dev.godwit.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A value, of a column or two, that becomes a collection, and the reverse. */
final class Collecting implements Scene {

    /** What the table of the elements is like. */
    private enum Form {
        /** The owner's key and the values are the primary key. */
        SET,
        /** They are a unique key, of columns that may be NULL. */
        UNIQUE,
        /** No key at all. */
        BAG,
        /** Elements have a key of their own, which the database makes. */
        ENTITIES;

        void define(NewTable table, Model model) {
            for (int i = 0; i < model.key().columns().size(); i++) {
                table.column(model.key().columns().get(i), model.key().spec(i));
            }
            model.columns()
                    .forEach((column, kind) -> table.column(column, kind.spec().get()));
            String[] all = Stream.concat(model.key().columns().stream(), model.columns().keySet().stream())
                    .toArray(String[]::new);
            switch (this) {
                case SET -> table.primaryKey(all);
                case UNIQUE -> table.unique(key(all).named("uk_" + all[0]));
                case BAG -> {}
                case ENTITIES ->
                    table.column("id", Types.bigint().notNull().identity()).primaryKey("id");
            }
        }
    }

    private final Key key;
    private final Form form;
    private final boolean collects;
    private final Parts.Link link;
    private final boolean required;
    private final List<Movable> values = new ArrayList<>();

    /** Names when they were given. */
    private String owner;

    private String elements;
    private final List<String> ofOwner = new ArrayList<>();
    private final List<String> ofElements = new ArrayList<>();

    Collecting(Random random) {
        key = Key.any(random);
        form = Form.values()[random.nextInt(Form.values().length)];
        collects = random.nextInt(3) > 0;
        link = Parts.Link.values()[random.nextInt(3)];
        // At once a value gets of each column the least of all elements, between the phases one of them as it is.
        int size = collects && random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < size; i++) {
            values.add(Movable.ALL.get(random.nextInt(Movable.ALL.size())));
        }
        required = form == Form.SET && size > 1 || random.nextInt(4) == 0;
    }

    private Parts parts(RandomChain chain) {
        return new Parts(chain, form::define, link);
    }

    private Model elements(RandomChain chain) {
        Model model = Model.of(key.ofParts(() -> chain.name("k")));
        for (Movable value : values) {
            String column = chain.name("c");
            ofElements.add(column);
            model.columns().put(column, value.kind(form == Form.SET));
        }
        return model;
    }

    @Override
    public void begin(RandomChain chain) {
        owner = chain.createTable(key, Kind.NUMBER);
        if (collects) {
            addValues(chain);
        } else {
            create(chain);
        }
        keep(chain, !collects);
        chain.keeping().hold(List.of(owner));
    }

    private void addValues(RandomChain chain) {
        for (Movable value : values) {
            ofOwner.add(chain.addColumn(chain.now(owner), value.kind(required)));
        }
        chain.keeping().hold(ofOwner);
    }

    private void create(RandomChain chain) {
        elements = chain.name("t");
        parts(chain).create(elements, owner, elements(chain));
        chain.keeping().close(elements);
        chain.keeping().hold(ofElements);
    }

    private void keep(RandomChain chain, boolean several) {
        List<String> columns =
                (several ? ofElements : ofOwner).stream().map(chain::now).toList();
        List<String> nothing = required ? values.stream().map(Movable::standIn).toList() : List.of();
        Group group = Group.of("collected", columns.toArray(String[]::new)).standIns(nothing);
        String table = chain.now(owner);
        Shape shape = several
                ? new Several(table, chain.now(elements), columns, form == Form.SET || form == Form.UNIQUE)
                : new Plain(table, new LinkedHashSet<>(columns));
        chain.keeping().keep(shape, group);
    }

    @Override
    public void change(RandomChain chain) {
        if (collects) {
            create(chain);
            chain.perhapsEdit();
            chain.say(parts(chain).move(owner, elements, ofOwner, ofElements, Parts.Kinds.NONE));
            chain.perhapsEdit();
            for (String column : ofOwner) {
                chain.dropColumn(chain.now(owner), chain.now(column));
            }
        } else {
            addValues(chain);
            chain.perhapsEdit();
            chain.say(parts(chain)
                    .move(owner, elements, ofOwner, ofElements, Parts.Kinds.NONE)
                    .reversed());
            chain.perhapsEdit();
            parts(chain).drop(elements, owner);
        }
        keep(chain, collects);
    }
}
