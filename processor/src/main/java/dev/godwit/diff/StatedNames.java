package dev.godwit.diff;

import dev.godwit.model.DeclaredRename;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
    /** Those of what has a table, where no such table was; with whether its table was there. */
    private final Map<DeclaredRename, Boolean> noTables = new LinkedHashMap<>();

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
                noTables.put(rename, target.isEmpty());
            }
        }
        noTables.forEach((rename, there) -> {
            if (rename.ofClass()) {
                report(rename, there);
            }
        });
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

    /** @param tables the tables that are renamed, by {@link #tables} among others */
    Map<Ref, Identifier> columns(Map<QualifiedName, QualifiedName> tables) {
        Map<QualifiedName, QualifiedName> formerTables = new TreeMap<>();
        tables.forEach((from, to) -> formerTables.put(to, from));
        Map<Ref, Identifier> columns = new TreeMap<>();
        for (DeclaredRename rename : renames) {
            if (!rename.ofClass() && tablesOf(rename).isEmpty()) {
                columns.putAll(columns(rename, formerTables));
            } else if (noTables.containsKey(rename)) {
                columns.putAll(columnsInside(rename, formerTables));
            }
        }
        return columns;
    }

    private Map<Ref, Identifier> columns(DeclaredRename rename, Map<QualifiedName, QualifiedName> formerTables) {
        List<Ref> own = originals(rename, ref -> ref.column().isPresent()).toList();
        Map<Ref, Identifier> columns = new TreeMap<>();
        renamed(rename, own, formerTables).forEach(columns::putIfAbsent);
        if (columns.isEmpty()) {
            report(rename, own.stream().anyMatch(column -> isThere(column, formerTables)));
        }
        return columns;
    }

    /** A column of the table that an attribute has for itself: what a collection holds, or else the only one that is new. */
    private Map<Ref, Identifier> columnsInside(DeclaredRename rename, Map<QualifiedName, QualifiedName> formerTables) {
        Map<Ref, Identifier> elements = renamed(rename, inside(rename, "/element"), formerTables);
        Map<Ref, Identifier> columns =
                elements.isEmpty() ? renamed(rename, inside(rename, "/"), formerTables) : elements;
        if (columns.size() != 1) {
            report(
                    rename,
                    noTables.get(rename)
                            && inside(rename, "/").stream().allMatch(column -> isThere(column, formerTables)));
            return Map.of();
        }
        return columns;
    }

    private List<Ref> inside(DeclaredRename rename, String role) {
        return new TreeMap<>(origins.byPlace())
                .entrySet().stream()
                        .filter(entry -> entry.getKey().column().isPresent())
                        .filter(entry -> entry.getValue().entity().equals(rename.entity())
                                && entry.getValue().path().startsWith(rename.path() + role))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Of columns that are new, those in whose table the stated one was. */
    private Map<Ref, Identifier> renamed(
            DeclaredRename rename, List<Ref> columns, Map<QualifiedName, QualifiedName> formerTables) {
        Identifier former = Identifier.of(rename.databaseName().orElseThrow());
        Map<Ref, Identifier> renamed = new TreeMap<>();
        columns.stream()
                .filter(column -> !isThere(column, formerTables))
                .filter(column -> isThere(Ref.of(column.object(), former), formerTables))
                .forEach(column -> renamed.putIfAbsent(
                        Ref.of(formerTables.getOrDefault(column.object(), column.object()), former),
                        column.column().orElseThrow()));
        return renamed;
    }

    private boolean isThere(Ref column, Map<QualifiedName, QualifiedName> formerTables) {
        return before.table(formerTables.getOrDefault(column.object(), column.object()))
                .flatMap(table -> table.column(column.column().orElseThrow()))
                .isPresent();
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
