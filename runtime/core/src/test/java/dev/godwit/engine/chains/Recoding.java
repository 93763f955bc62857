package dev.godwit.engine.chains;

import dev.godwit.Transformation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Columns that say the same as others in other words: split, merged, converted, by SQL or by Java code. */
final class Recoding implements Scene {

    private final Key key;
    private final Recode recode;
    private final boolean codedForth;
    private final boolean codedBack;

    /** Names when they were given. */
    private String table;

    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    Recoding(Random random) {
        key = Key.any(random);
        Recode any = Recode.ALL.get(random.nextInt(Recode.ALL.size()));
        recode = random.nextBoolean() ? any : any.reversed();
        codedForth = recode.hasCode() && random.nextBoolean();
        codedBack = recode.hasCode() && random.nextBoolean();
    }

    @Override
    public void begin(RandomChain chain) {
        table = chain.createTable(key, Kind.NUMBER);
        for (Kind kind : recode.from().kinds()) {
            before.add(chain.addColumn(table, kind));
        }
        keep(chain, before, recode.from());
        chain.keeping().hold(List.of(table));
        chain.keeping().hold(before);
    }

    private void keep(RandomChain chain, List<String> columns, Recode.Side side) {
        String[] names = columns.stream().map(chain::now).toArray(String[]::new);
        chain.keeping()
                .keep(new Plain(chain.now(table)), Group.of("recoded", names).reading(side.reading()));
    }

    @Override
    public void change(RandomChain chain) {
        add(chain, after, before, recode.to(), codedForth, true);
        chain.keeping().hold(after);
        chain.perhapsEdit();
        String now = chain.now(table);
        before.forEach(column -> chain.dropStandings(now, chain.now(column)));
        add(chain, before, after, recode.from(), codedBack, false);
        keep(chain, after, recode.to());
    }

    /** Adds columns that are computed from others; or, where it does not come, drops them, and adds them on the way back. */
    private void add(
            RandomChain chain,
            List<String> names,
            List<String> sources,
            Recode.Side side,
            boolean coded,
            boolean comes) {
        String now = chain.now(table);
        Model model = chain.model(now);
        if (comes) {
            side.kinds().forEach(kind -> names.add(chain.name("c")));
        }
        List<String> columns = names.stream().map(chain::now).toList();
        List<String> others = sources.stream().map(chain::now).toList();
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            Kind kind = side.kinds().get(i);
            int place = i;
            String sql = side.sql().get(i).formatted(others.toArray());
            edits.add(new Edit(
                    schema -> {
                        if (coded) {
                            schema.table(now)
                                    .addColumn(
                                            column,
                                            side.bare().get(place).spec().get());
                        } else {
                            schema.table(now).addColumn(column, kind.spec().get(), sql);
                        }
                    },
                    schema -> schema.table(now).dropColumn(column)));
            if (comes) {
                model.columns().put(column, kind);
            } else {
                model.columns().remove(column);
            }
        }
        if (coded) {
            String[] keys = model.key().names();
            edits.add(new Edit(
                    schema -> {
                        Transformation code = schema.transform(now, keys)
                                .read(others.toArray(String[]::new))
                                .write(columns.toArray(String[]::new));
                        code.each((row, out) -> {
                            List<String> texts = others.stream()
                                    .map(other -> row.text(other).orElse(""))
                                    .toList();
                            if (texts.contains("")) {
                                return;
                            }
                            List<String> values = side.code().apply(texts);
                            for (int i = 0; i < columns.size(); i++) {
                                out.set(columns.get(i), values.get(i));
                            }
                        });
                        for (int i = 0; i < columns.size(); i++) {
                            schema.table(now)
                                    .alterColumn(
                                            columns.get(i),
                                            side.bare().get(i).spec().get(),
                                            side.kinds().get(i).spec().get());
                        }
                    },
                    schema -> {}));
        }
        if (!comes) {
            Collections.reverse(edits);
            edits.replaceAll(Edit::reversed);
        }
        edits.forEach(chain::say);
    }
}
