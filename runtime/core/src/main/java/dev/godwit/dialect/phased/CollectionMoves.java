package dev.godwit.dialect.phased;

import dev.godwit.change.AddIndex;
import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.standard.ChangeSteps;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Gate;
import dev.godwit.plan.Guard;
import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Table;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value that becomes a collection, or the reverse: from expand on the value is one of the elements, until one side goes. */
record CollectionMoves(Site site, ChangeSteps whole, CollectionTriggers triggers) {

    /** @param defaults what lets the new version add rows without a value */
    Drafts inStep(CollectionMove move, List<Draft> defaults, List<Draft> withoutDefaults) {
        triggers.guards(move)
                .forEach(guard -> site.progress().guard(Ref.of(move.leaving().table()), guard));
        Optional<Index> index = index(move);
        List<Draft> now = new ArrayList<>(defaults);
        index.ifPresent(added -> {
            Drafts adding = whole.addIndex(new AddIndex(move.elements().table(), added));
            now.addAll(adding.now());
            now.addAll(adding.later());
        });
        now.addAll(triggers.create(move));
        List<Draft> drop = new ArrayList<>(triggers.drop(move));
        index.ifPresent(added -> drop.add(dropIndex(move, added)));
        List<Draft> abandon = new ArrayList<>(drop);
        abandon.addAll(withoutDefaults);
        CollectionWords words = triggers.words(move);
        String apart = new RowChecks(site).rowsBetween(move.owner().table(), words.apart(words.owners()));
        Gate gate = new Gate(
                List.of(Guard.listing(apart, PhasedRefusals.apart(move.subject()))), List.of(triggers.watch(move)));
        List<Draft> later = new ArrayList<>(List.of(fill(move, words)));
        later.addAll(triggers.complete(move));
        return new Drafts(now, later, false, drop, abandon, gate);
    }

    private Draft fill(CollectionMove move, CollectionWords words) {
        QualifiedName owners = move.owner().table();
        boolean collects = move.owner().leaves();
        String statement = collects
                ? "insert into %s (%s) select %s from %s"
                        .formatted(words.elements(), words.elementColumns(), words.made(words.owners()), words.owners())
                : "update %s set %s".formatted(words.owners(), words.ownersFromElements());
        String condition = collects ? words.missing() : words.apart(words.owners());
        List<Identifier> key = site.progress()
                .table(owners)
                .primaryKey()
                .map(PrimaryKey::columns)
                .orElseThrow();
        return site.writer()
                .batches(
                        "let %s hold the values of %s"
                                .formatted(move.coming().table(), move.leaving().table()),
                        new Work.Fill(
                                owners,
                                key,
                                statement,
                                triggers.quietly(move) + condition,
                                List.of(),
                                Optional.of(triggers.lock())),
                        Cost.online("rows of " + owners + ", batch by batch"));
    }

    /** What finds the elements of an owner, where nothing does: PostgreSQL makes no index for a foreign key. */
    private Optional<Index> index(CollectionMove move) {
        Table table = site.progress().table(move.elements().table());
        List<Identifier> key = move.elements().key().stream().map(Column::name).toList();
        boolean found = Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.indexes().stream().map(Index::columns))
                .flatMap(all -> all)
                .anyMatch(columns -> columns.size() >= key.size() && key.containsAll(columns.subList(0, key.size())));
        return found || site.dialect().kind() != DatabaseKind.POSTGRESQL
                ? Optional.empty()
                : Optional.of(Index.of(PhaseNames.of(table.name(), "index " + move.name(), key.get(0)), key));
    }

    private Draft dropIndex(CollectionMove move, Index index) {
        QualifiedName elements = move.elements().table();
        return site.writer()
                .ddl(
                        "drop index %s, which was for the triggers".formatted(index.name()),
                        "drop index if exists " + site.quote(elements.withName(index.name())),
                        Cost.brief("ACCESS EXCLUSIVE on " + elements + ", brief"),
                        new Resume.Idempotent());
    }
}
