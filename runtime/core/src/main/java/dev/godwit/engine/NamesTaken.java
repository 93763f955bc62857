package dev.godwit.engine;

import dev.godwit.change.Change;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropSequence;
import dev.godwit.change.DropTable;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.change.RunSql;
import dev.godwit.dialect.Dialect;
import dev.godwit.drift.Subjects;
import dev.godwit.engine.chain.Migrations;
import dev.godwit.engine.problem.DriftProblems;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.Relations;
import dev.godwit.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tables and sequences that migrations are about to create and that are there already: refused before anything is
 * executed, instead of by the server in the middle.
 */
final class NamesTaken {

    private final Subjects subjects;
    private final Set<String> tables;
    private final Set<String> sequences;
    private final Set<String> taken = new TreeSet<>();
    private boolean known = true;

    private NamesTaken(Subjects subjects, Relations relations) {
        this.subjects = subjects;
        this.tables = new HashSet<>(relations.tables());
        this.sequences = new HashSet<>(relations.sequences());
    }

    /**
     * Lets turns pass that find their names free.
     *
     * @param connection in the schema where unqualified names belong
     * @throws EngineException naming what is in the way
     */
    static void refuse(List<Turn> turns, Migrations migrations, Connection connection, Dialect dialect)
            throws SQLException {
        List<List<Change>> all = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.attempt().hasBegun() || turn.stage() == Stage.ABANDON) {
                // What is there of it may be its own.
                return;
            }
            all.add(turn.stage() == Stage.BEGIN ? migrations.get(turn.entry()).changes(turn.half()) : List.of());
        }
        Subjects subjects = new Subjects(dialect, Introspector.ownSchema(connection));
        List<QualifiedName> created =
                all.stream().flatMap(List::stream).flatMap(NamesTaken::created).toList();
        if (created.isEmpty()) {
            return;
        }
        NamesTaken names =
                new NamesTaken(subjects, Introspector.relations(connection, subjects.namespaces(created.stream())));
        for (int i = 0; i < all.size(); i++) {
            all.get(i).forEach(change -> names.follow(change, true));
            if (!names.taken.isEmpty()) {
                throw DriftProblems.namesTaken(turns.get(i).entry().version().text(), names.taken);
            }
        }
    }

    private static Stream<QualifiedName> created(Change change) {
        if (change instanceof CreateTable create) {
            return Stream.of(create.table().name());
        }
        if (change instanceof CreateSequence create) {
            return Stream.of(create.sequence().name());
        }
        if (change instanceof RenameTable rename) {
            return Stream.of(rename.to());
        }
        return change instanceof RenameSequence rename ? Stream.of(rename.to()) : Stream.empty();
    }

    /**
     * Enters what a change does to names. Only six kinds of change do, and raw SQL by its effect.
     *
     * @param refused whether a name that is taken is refused; raw SQL may know better
     */
    private void follow(Change change, boolean refused) {
        if (change instanceof CreateTable create) {
            take(create.table().name(), tables, refused);
        } else if (change instanceof DropTable drop) {
            free(drop.table(), tables);
        } else if (change instanceof RenameTable rename) {
            free(rename.from(), tables);
            take(rename.to(), tables, refused);
        } else if (change instanceof CreateSequence create) {
            take(create.sequence().name(), sequences, refused);
        } else if (change instanceof DropSequence drop) {
            free(drop.sequence(), sequences);
        } else if (change instanceof RenameSequence rename) {
            free(rename.from(), sequences);
            take(rename.to(), sequences, refused);
        } else if (change instanceof RunSql sql) {
            known &= sql.effect().isPresent();
            sql.effect().orElse(List.of()).forEach(effect -> follow(effect, false));
        }
    }

    private void take(QualifiedName name, Set<String> names, boolean refused) {
        String subject = subjects.of(name);
        if (names.contains(subject) && refused && known) {
            taken.add(subject);
        }
        names.add(subject);
    }

    private void free(QualifiedName name, Set<String> names) {
        names.remove(subjects.of(name));
    }
}
