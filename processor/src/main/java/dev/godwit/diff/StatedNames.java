package dev.godwit.diff;

import dev.godwit.model.DeclaredRename;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Renames that state the former name of a table or column themselves. */
final class StatedNames {

    private final Schema before;
    private final Schema now;
    private final Origins origins;
    private final List<DeclaredRename> renames;
    private final List<Finding> findings = new ArrayList<>();

    StatedNames(Schema before, Schema now, Origins origins, List<DeclaredRename> renames) {
        this.before = before;
        this.now = now;
        this.origins = origins;
        this.renames = renames.stream()
                .filter(rename -> rename.databaseName().isPresent())
                .sorted(Comparator.comparing(DeclaredRename::entity).thenComparing(DeclaredRename::path))
                .toList();
    }

    /** What {@link #tables} and {@link #columns} had to say. */
    List<Finding> findings() {
        return findings;
    }

    Map<QualifiedName, QualifiedName> tables() {
        Map<QualifiedName, QualifiedName> tables = new TreeMap<>();
        for (DeclaredRename rename : renames) {
            List<QualifiedName> own = tablesOf(rename);
            Optional<QualifiedName> target = own.stream()
                    .filter(name -> before.table(name).isEmpty() && !tables.containsValue(name))
                    .findFirst();
            Optional<QualifiedName> source = target.flatMap(name -> former(name, rename));
            if (source.isPresent() && tables.containsKey(source.get())) {
                findings.add(DiffMessages.sourceTwice(rename, source.get().toString()));
            } else if (source.isPresent()) {
                tables.put(source.get(), target.orElseThrow());
            } else if (!own.isEmpty()) {
                report(rename, target.isEmpty());
            }
        }
        return tables;
    }

    private List<QualifiedName> tablesOf(DeclaredRename rename) {
        return originals(
                        rename,
                        ref -> ref.column().isEmpty() && now.table(ref.object()).isPresent())
                .map(Ref::object)
                .toList();
    }

    /** The former name as stated, or in the schema that the table is in. */
    private Optional<QualifiedName> former(QualifiedName table, DeclaredRename rename) {
        QualifiedName stated = QualifiedName.of(rename.databaseName().orElseThrow());
        QualifiedName beside = table.withName(stated.name());
        return Optional.of(beside)
                .filter(name -> before.table(name).isPresent())
                .or(() -> Optional.of(stated).filter(name -> before.table(name).isPresent()));
    }

    /** @param tables the tables that are renamed */
    Map<Ref, Identifier> columns(Map<QualifiedName, QualifiedName> tables) {
        Map<QualifiedName, QualifiedName> formerTables = new TreeMap<>();
        tables.forEach((from, to) -> formerTables.put(to, from));
        Map<Ref, Identifier> columns = new TreeMap<>();
        for (DeclaredRename rename : renames) {
            if (!rename.ofClass() && tablesOf(rename).isEmpty()) {
                columns.putAll(columns(rename, formerTables));
            }
        }
        return columns;
    }

    private Map<Ref, Identifier> columns(DeclaredRename rename, Map<QualifiedName, QualifiedName> formerTables) {
        Identifier former = Identifier.of(rename.databaseName().orElseThrow());
        Map<Ref, Identifier> columns = new TreeMap<>();
        boolean targetThere = false;
        for (Ref own : originals(rename, ref -> ref.column().isPresent()).toList()) {
            QualifiedName table = formerTables.getOrDefault(own.object(), own.object());
            Identifier column = own.column().orElseThrow();
            Optional<Table> old = before.table(table);
            boolean there = old.flatMap(each -> each.column(column)).isPresent();
            targetThere |= there;
            if (!there && old.flatMap(each -> each.column(former)).isPresent()) {
                columns.putIfAbsent(Ref.of(table, former), column);
            }
        }
        if (columns.isEmpty()) {
            report(rename, targetThere);
        }
        return columns;
    }

    private Stream<Ref> originals(DeclaredRename rename, Predicate<Ref> kind) {
        return new TreeMap<>(origins.byPlace())
                .entrySet().stream()
                        .filter(entry -> kind.test(entry.getKey()))
                        .filter(entry -> isOf(entry.getValue(), rename))
                        .map(Map.Entry::getKey);
    }

    private static boolean isOf(Origin origin, DeclaredRename rename) {
        return origin.entity().equals(rename.entity()) && origin.path().equals(rename.path());
    }

    private void report(DeclaredRename rename, boolean targetThere) {
        findings.add(targetThere ? DiffMessages.staleRename(rename) : DiffMessages.unknownSource(rename));
    }
}
