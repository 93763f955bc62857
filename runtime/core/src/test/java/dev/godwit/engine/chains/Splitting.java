package dev.godwit.engine.chains;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Columns that leave a table for another one, which comes with them or was there, and the reverse. */
final class Splitting implements Scene {

    private final Random random;
    private final Key key;
    private final boolean merges;
    private final boolean both;
    private final Parts.Link link;

    private record Moved(Movable kind, boolean requiredByOwner, boolean requiredByPart) {
        Group group(String column, String name) {
            Group group = Group.of(name, column);
            return requiredByOwner || requiredByPart ? group.standIns(List.of(kind.standIn())) : group;
        }

        Kind ofOwner() {
            return kind.kind(requiredByOwner);
        }

        Kind ofPart() {
            return kind.kind(requiredByPart);
        }
    }

    private final List<Moved> moved = new ArrayList<>();

    /** Names when they were given. */
    private String owner;

    private String part;
    private final List<String> ofOwner = new ArrayList<>();
    private final List<String> ofPart = new ArrayList<>();

    Splitting(Random random) {
        this.random = random;
        this.key = Key.any(random);
        this.merges = random.nextBoolean();
        this.both = random.nextInt(3) == 0;
        this.link = Parts.Link.values()[random.nextInt(3)];
        int size = 1 + random.nextInt(2);
        for (int i = 0; i < size; i++) {
            boolean required = random.nextInt(3) == 0;
            boolean ofPart = required ? random.nextBoolean() : size == 1 && !both && random.nextInt(4) == 0;
            moved.add(new Moved(Movable.ALL.get(random.nextInt(Movable.ALL.size())), required, ofPart));
        }
    }

    private Parts parts(RandomChain chain) {
        return new Parts(chain, RandomChain::define, link);
    }

    @Override
    public void begin(RandomChain chain) {
        owner = chain.createTable(key);
        Model rest = Model.of(key.ofParts(() -> chain.name("k")));
        if (both || merges) {
            part = chain.name("t");
            parts(chain).create(part, owner, rest);
        }
        List<String> columns = merges ? ofPart : ofOwner;
        for (Moved each : moved) {
            columns.add(chain.addColumn(merges ? part : owner, merges ? each.ofPart() : each.ofOwner()));
        }
        chain.addColumn(owner, Kind.NUMBER);
        keep(chain, merges, both || merges);
        chain.keeping().hold(List.of(owner));
        if (both || merges) {
            chain.keeping().hold(List.of(part));
        }
        chain.keeping().hold(columns);
    }

    private void keep(RandomChain chain, boolean inParts, boolean parted) {
        List<String> columns = inParts ? ofPart : ofOwner;
        Group[] groups = new Group[columns.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = moved.get(i).group(chain.now(columns.get(i)), "moved" + i);
        }
        String table = chain.now(owner);
        chain.keeping().keep(parted ? new Parted(table, chain.now(part), both) : new Plain(table), groups);
    }

    @Override
    public void change(RandomChain chain) {
        if (merges) {
            merge(chain);
        } else {
            split(chain);
        }
    }

    private void split(RandomChain chain) {
        if (both) {
            for (Moved each : moved) {
                ofPart.add(chain.addColumn(chain.now(part), each.ofPart()));
            }
        } else {
            part = chain.name("t");
            Model model = Model.of(key.ofParts(() -> chain.name("k")));
            for (Moved each : moved) {
                String column = chain.name("c");
                ofPart.add(column);
                model.columns().put(column, each.ofPart());
            }
            parts(chain).create(part, owner, model);
        }
        chain.keeping().hold(ofPart);
        chain.keeping().hold(List.of(part));
        chain.perhapsEdit();
        chain.say(parts(chain).move(owner, part, ofOwner, ofPart, Parts.Kinds.NONE));
        chain.perhapsEdit();
        for (String column : ofOwner) {
            chain.dropColumn(chain.now(owner), chain.now(column));
        }
        keep(chain, true, true);
    }

    private void merge(RandomChain chain) {
        if (!both) {
            chain.keeping().close(chain.now(part));
        }
        for (Moved each : moved) {
            ofOwner.add(chain.addColumn(chain.now(owner), each.ofOwner()));
        }
        chain.keeping().hold(ofOwner);
        chain.perhapsEdit();
        chain.say(parts(chain)
                .move(owner, part, ofOwner, ofPart, Parts.Kinds.NONE)
                .reversed());
        chain.perhapsEdit();
        if (both) {
            for (String column : ofPart) {
                chain.dropColumn(chain.now(part), chain.now(column));
            }
        } else {
            parts(chain).drop(part, owner);
        }
        keep(chain, false, both);
    }
}
