package dev.godwit.dialect.h2;

import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropIndex;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.IndexSteps;
import dev.godwit.dialect.standard.KeySteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Indexes on H2. A foreign key may have taken an index for its own, and does not let it go. */
final class H2IndexSteps extends IndexSteps {

    private final KeySteps keys;

    H2IndexSteps(Site site, KeySteps keys) {
        super(site);
        this.keys = keys;
    }

    @Override
    public Drafts dropIndex(DropIndex change) {
        QualifiedName name = change.table();
        Table table = site.progress().table(name);
        List<ForeignKey> users = table.index(change.name()).stream()
                .flatMap(index -> table.foreignKeys().stream().filter(key -> mayUse(key, index)))
                .toList();
        List<Draft> steps = new ArrayList<>();
        users.forEach(key -> steps.addAll(
                keys.dropForeignKey(new DropForeignKey(name, key.name())).now()));
        steps.addAll(super.dropIndex(change).now());
        users.forEach(key -> steps.add(keys.addPlain(name, key)));
        return Drafts.inOrder(steps);
    }

    private static boolean mayUse(ForeignKey key, Index index) {
        int length = key.columns().size();
        return index.columns().size() >= length
                && new HashSet<>(index.columns().subList(0, length)).equals(new HashSet<>(key.columns()));
    }
}
