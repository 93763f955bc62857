package dev.godwit.engine.chains;

import dev.godwit.ColumnSpec;
import dev.godwit.Types;
import dev.godwit.engine.chains.Species.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A hierarchy of classes whose strategy becomes that of a single table, and the reverse. */
final class Inheriting implements Scene {

    private final Key key;
    private final boolean merges;
    private final Parts.Link link;
    private final boolean abstractRoot;
    private final boolean numbers;
    private final List<Species> all = new ArrayList<>();

    /** Names when they were given, of the classes in their order. */
    private String owner;

    private String kind;
    private final List<String> tables = new ArrayList<>();
    private final List<List<String>> ofParts = new ArrayList<>();
    private final List<List<String>> ofOwner = new ArrayList<>();

    Inheriting(Random random) {
        key = Key.any(random);
        merges = random.nextBoolean();
        link = Parts.Link.values()[random.nextInt(3)];
        abstractRoot = random.nextInt(3) == 0;
        numbers = random.nextInt(3) == 0;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Optional<Species> before = all.stream().reduce((first, second) -> second);
            Optional<Species> parent = before.filter(Species::isAbstract)
                    .or(() -> random.nextBoolean() || all.isEmpty()
                            ? Optional.empty()
                            : Optional.of(all.get(random.nextInt(all.size()))));
            List<Movable> columns = IntStream.range(0, random.nextInt(3))
                    .mapToObj(any -> Movable.ALL.get(random.nextInt(Movable.ALL.size())))
                    .toList();
            boolean isAbstract = i > 1 && random.nextInt(4) == 0;
            all.add(new Species(named(all.size() + 1), parent, isAbstract, columns, random.nextInt(3) == 0));
        }
    }

    private String named(int species) {
        return numbers ? Integer.toString(species) : "Kind" + species;
    }

    private Optional<String> root() {
        return abstractRoot ? Optional.empty() : Optional.of(named(0));
    }

    private Kind kind() {
        return new Kind(
                () -> kindSpec().notNull(),
                root().map(name -> numbers ? name : "'" + name + "'"),
                row -> root().orElse(named(1)));
    }

    private ColumnSpec kindSpec() {
        return numbers ? Types.integer() : Types.varchar(31);
    }

    private Parts parts(RandomChain chain) {
        return new Parts(chain, RandomChain::define, link);
    }

    private String above(Species species) {
        return species.parent().map(parent -> tables.get(all.indexOf(parent))).orElse(owner);
    }

    @Override
    public void begin(RandomChain chain) {
        owner = chain.createTable(key, Kind.NUMBER);
        if (merges) {
            createParts(chain);
        } else {
            addColumns(chain);
            kind = chain.addColumn(owner, kind());
            chain.keeping().hold(List.of(kind));
        }
        chain.keeping().hold(List.of(owner));
        keep(chain, merges);
    }

    private void createParts(RandomChain chain) {
        for (Species species : all) {
            Model model = Model.of(key.ofParts(() -> chain.name("k")));
            for (Movable column : species.columns()) {
                model.columns().put(chain.name("c"), column.kind(species.required()));
            }
            ofParts.add(List.copyOf(model.columns().keySet()));
            String table = chain.name("t");
            parts(chain).create(table, above(species), model);
            tables.add(table);
            chain.keeping().hold(List.of(table));
            chain.keeping().hold(List.copyOf(model.columns().keySet()));
        }
    }

    private void addColumns(RandomChain chain) {
        for (Species species : all) {
            List<String> names = species.columns().stream()
                    .map(column -> chain.addColumn(chain.now(owner), column.optional()))
                    .toList();
            ofOwner.add(names);
            chain.keeping().hold(names);
        }
    }

    private void keep(RandomChain chain, boolean joined) {
        List<Place> places = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        String table = chain.now(owner);
        for (int i = 0; i < all.size(); i++) {
            List<String> columns =
                    (joined ? ofParts : ofOwner).get(i).stream().map(chain::now).toList();
            places.add(new Place(all.get(i), joined ? chain.now(tables.get(i)) : table, columns));
            for (int j = 0; j < columns.size(); j++) {
                groups.add(Group.of("%s of %s".formatted(j, all.get(i).name()), columns.get(j)));
            }
        }
        if (!joined) {
            groups.add(Group.of(Shape.KIND, chain.now(kind)));
        }
        chain.keeping()
                .keep(
                        joined
                                ? new Joined(table, root(), places)
                                : new SingleTable(table, chain.now(kind), root(), places),
                        groups.toArray(Group[]::new));
    }

    @Override
    public void change(RandomChain chain) {
        if (merges) {
            merge(chain);
        } else {
            split(chain);
        }
        keep(chain, !merges);
    }

    private void merge(RandomChain chain) {
        tables.forEach(table -> chain.keeping().close(chain.now(table)));
        addColumns(chain);
        kind = chain.name("c");
        chain.model(chain.now(owner)).columns().put(kind, kind());
        chain.keeping().hold(List.of(kind));
        chain.say(addKind(chain));
        chain.perhapsEdit();
        chain.say(moves(chain, true));
        if (abstractRoot) {
            chain.say(requireKind(chain));
        }
        chain.perhapsEdit();
        for (int i = all.size() - 1; i >= 0; i--) {
            parts(chain).drop(tables.get(i), above(all.get(i)));
        }
    }

    private void split(RandomChain chain) {
        createParts(chain);
        chain.perhapsEdit();
        if (abstractRoot) {
            chain.say(requireKind(chain).reversed());
        }
        chain.say(moves(chain, false));
        chain.perhapsEdit();
        ofOwner.forEach(columns -> columns.forEach(column -> chain.dropColumn(chain.now(owner), chain.now(column))));
        String table = chain.now(owner);
        chain.dropStandings(table, chain.now(kind));
        chain.say(addKind(chain).reversed());
        chain.model(table).columns().remove(chain.now(kind));
    }

    private Edit addKind(RandomChain chain) {
        String table = chain.now(owner);
        String column = chain.now(kind);
        Kind of = kind();
        return new Edit(
                schema -> of.fallback()
                        .map(value ->
                                schema.table(table).addColumn(column, of.spec().get(), value))
                        .orElseGet(() -> schema.table(table).addColumn(column, kindSpec())),
                schema -> schema.table(table).dropColumn(column));
    }

    /** Said where kinds come, once each row has one. */
    private Edit requireKind(RandomChain chain) {
        String table = chain.now(owner);
        String column = chain.now(kind);
        return new Edit(
                schema -> schema.table(table)
                        .alterColumn(column, kindSpec(), kindSpec().notNull()),
                schema -> {});
    }

    /** Values of a class move before those of its subclasses, whatever the direction. */
    private Edit moves(RandomChain chain, boolean toOwner) {
        String column = chain.now(kind);
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Species species = all.get(i);
            String[] mark = species.isAbstract() ? new String[0] : new String[] {species.name()};
            edits.add(parts(chain)
                    .move(
                            owner,
                            tables.get(i),
                            ofOwner.get(i),
                            ofParts.get(i),
                            new Parts.Kinds(
                                    move -> move.newRows(column, species.kinds(all)),
                                    move -> move.marks(column, mark))));
        }
        Edit toParts = new Edit(
                schema -> edits.forEach(edit -> edit.up().accept(schema)),
                schema -> edits.forEach(edit -> edit.down().accept(schema)));
        return toOwner ? toParts.reversed() : toParts;
    }
}
