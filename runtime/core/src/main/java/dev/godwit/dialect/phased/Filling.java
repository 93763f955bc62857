package dev.godwit.dialect.phased;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Work;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gives the rows that were there before their new side. */
public final class Filling {

    private final Site site;

    public Filling(Site site) {
        this.site = site;
    }

    /** The rows whose new side does not follow from the old one. */
    public Draft of(Twins twins, Wording words) {
        String assignments = twins.fresh().stream()
                .map(side -> site.quote(side.column().name()) + " = " + side.value())
                .collect(Collectors.joining(", "));
        return rows(twins.table(), assignments, words.unlike(twins.fresh()));
    }

    /**
     * The rows whose counterpart in the other table is missing, or says something else. Nobody but the running version has
     * written them, so that what would stand for NULL in rows of the other one is a value like any.
     */
    List<Draft> of(TableMove move, MoveTriggers triggers) {
        MoveWords words = triggers.words(move);
        QualifiedName owners = move.owner().table();
        if (!move.owner().leaves()) {
            String update = "update %s set %s".formatted(words.owners(), words.ownersFromParts());
            return List.of(locked(move, triggers, owners, update, words.ownersBehind()));
        }
        if (move.unknown()) {
            return parts(move, triggers, words.partlessOnceWritten());
        }
        boolean byJoin = site.dialect().kind() != DatabaseKind.POSTGRESQL;
        return List.of(locked(move, triggers, owners, words.partsFromOwners(byJoin), words.withPartBehind()));
    }

    /** The rows of owners that hold something and have no part. */
    List<Draft> parts(TableMove move, MoveTriggers triggers) {
        return parts(move, triggers, triggers.words(move).partless());
    }

    private List<Draft> parts(TableMove move, MoveTriggers triggers, String partless) {
        if (!move.makesParts()) {
            return List.of();
        }
        MoveWords words = triggers.words(move);
        String insert = "insert into %s (%s) select %s from %s"
                .formatted(words.parts(), words.partColumns(), words.made(words.owners()), words.owners());
        return List.of(locked(move, triggers, move.owner().table(), insert, partless));
    }

    /** Rows of owners are locked before anything is read of parts: what others have written until then is seen. */
    private Draft locked(
            TableMove move, MoveTriggers triggers, QualifiedName owners, String statement, String condition) {
        List<Identifier> key = order(owners).orElseThrow();
        Work.Fill fill = new Work.Fill(
                owners, key, statement, triggers.quietly(move) + condition, List.of(), Optional.of(triggers.lock()));
        return site.writer()
                .batches(
                        "let %s hold the values of %s"
                                .formatted(move.coming().table(), move.leaving().table()),
                        fill,
                        Cost.online("rows of " + owners + ", batch by batch"));
    }

    /** Batch by batch where the database can tell rows apart. */
    public Draft rows(QualifiedName table, String assignments, String condition) {
        String update = "update %s set %s".formatted(site.quote(table), assignments);
        String description = "give rows of %s their new values".formatted(table);
        Cost cost = Cost.online("rows of " + table + ", batch by batch");
        return order(table)
                .map(order -> site.writer()
                        .batches(description, new Work.Fill(table, order, update, condition, List.of()), cost))
                .orElseGet(() -> site.writer().rows(description, update + " where " + condition, cost));
    }

    /** What tells rows apart: a key, or on PostgreSQL their place on disk. */
    Optional<List<Identifier>> order(QualifiedName table) {
        return site.progress()
                .table(table)
                .primaryKey()
                .map(PrimaryKey::columns)
                .or(() -> Optional.of(List.<Identifier>of())
                        .filter(none -> site.dialect().kind() == DatabaseKind.POSTGRESQL));
    }
}
