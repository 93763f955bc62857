package dev.godwit.diff;

import dev.godwit.model.Model;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what the declared renames rename in the database: what they state by name, what comes from a renamed class or
 * attribute, and the columns that refer to a renamed one.
 *
 * <p>Nothing takes a name that the snapshot has already.
 */
final class RenameResolver {

    private final Schema before;
    private final Schema now;
    private final Origins formerOrigins;
    private final Origins origins;
    private final Translation translation;
    private final Set<String> renamedTablesOf = new HashSet<>();
    private final Map<QualifiedName, QualifiedName> tables = new TreeMap<>();
    private final Map<Ref, Identifier> columns = new TreeMap<>();
    private final Map<QualifiedName, QualifiedName> sequences = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    RenameResolver(Snapshot snapshot, Model model) {
        before = snapshot.schema();
        now = model.schema();
        formerOrigins = new Origins(snapshot.origins());
        origins = new Origins(model.origins());
        Declarations declarations = new Declarations(formerOrigins, origins, model.renames());
        translation = declarations.translation();
        findings.addAll(declarations.findings());
        StatedNames stated = new StatedNames(before, now, origins, model.renames());
        stated.tables().forEach((from, to) -> {
            tables.put(from, to);
            origins.of(to).map(Origin::entity).ifPresent(renamedTablesOf::add);
        });
        derive(before.tables().keySet(), now.tables().keySet(), tables);
        derive(before.sequences().keySet(), now.sequences().keySet(), sequences);
        columns.putAll(stated.columns(tables));
        findings.addAll(stated.findings());
        eachTable(this::deriveColumns);
        while (followReferences()) {
            // Until no renamed column is referred to by one that is not.
        }
    }

    Renames renames() {
        return new Renames(tables, columns, sequences);
    }

    List<Finding> findings() {
        return findings;
    }

    private void derive(
            Set<QualifiedName> former, Set<QualifiedName> current, Map<QualifiedName, QualifiedName> renamed) {
        Map<Origin, List<QualifiedName>> added = new LinkedHashMap<>();
        new TreeSet<>(current)
                .forEach(name -> origins.of(name)
                        .filter(origin -> !former.contains(name) && !renamed.containsValue(name))
                        .filter(origin -> isTouched(origin) || isRenamedWithTable(origin))
                        .flatMap(translation::former)
                        .ifPresent(origin -> added.computeIfAbsent(origin, any -> new ArrayList<>())
                                .add(name)));
        added.forEach((origin, names) -> {
            List<QualifiedName> gone = new TreeSet<>(former)
                    .stream()
                            .filter(name -> formerOrigins
                                    .of(name)
                                    .filter(origin::equals)
                                    .isPresent())
                            .filter(name -> !renamed.containsKey(name))
                            .filter(name -> !current.contains(name) || isNew(origin, origins.of(name)))
                            .toList();
            if (names.size() == 1 && gone.size() == 1) {
                renamed.put(gone.get(0), names.get(0));
            }
        });
    }

    private boolean isTouched(Origin origin) {
        return translation
                .former(origin)
                .filter(former -> !former.equals(origin))
                .isPresent();
    }

    /** Whether what has the name now comes from elsewhere than what had it. */
    private boolean isNew(Origin former, Optional<Origin> now) {
        return now.isPresent() && !now.flatMap(translation::former).equals(Optional.of(former));
    }

    /** Names of join tables and sequences are made from the table's name. */
    private boolean isRenamedWithTable(Origin origin) {
        return renamedTablesOf.contains(origin.entity())
                || origin.target().filter(renamedTablesOf::contains).isPresent();
    }

    private interface TablePair {
        void accept(Table former, Table current);
    }

    private void eachTable(TablePair action) {
        new TreeMap<>(before.tables())
                .values()
                .forEach(former -> now.table(tables.getOrDefault(former.name(), former.name()))
                        .ifPresent(current -> action.accept(former, current)));
    }

    private void deriveColumns(Table former, Table current) {
        Map<Origin, List<Identifier>> added = new LinkedHashMap<>();
        added(former, current)
                .forEach(column -> origins.of(current.name(), column)
                        .filter(origin -> isTouched(origin)
                                || isRenamedWithTable(origin) && origin.path().contains("/"))
                        .flatMap(translation::former)
                        .ifPresent(origin -> added.computeIfAbsent(origin, any -> new ArrayList<>())
                                .add(column)));
        added.forEach((origin, names) -> {
            List<Identifier> gone = gone(former, current, origin);
            if (names.size() == 1 && gone.size() == 1) {
                columns.put(Ref.of(former.name(), gone.get(0)), names.get(0));
            }
        });
    }

    /** Columns of the model that neither the snapshot has nor a rename gives. */
    private List<Identifier> added(Table former, Table current) {
        Set<Identifier> given = new HashSet<>();
        former.columns()
                .keySet()
                .forEach(column -> Optional.ofNullable(columns.get(Ref.of(former.name(), column)))
                        .ifPresent(given::add));
        return current.columns().keySet().stream()
                .filter(column -> former.column(column).isEmpty() && !given.contains(column))
                .toList();
    }

    /** Columns of the snapshot with this origin that neither the model has nor a rename takes. */
    private List<Identifier> gone(Table former, Table current, Origin origin) {
        return former.columns().keySet().stream()
                .filter(column -> current.column(column).isEmpty() || isNew(origin, origins.of(current.name(), column)))
                .filter(column -> !columns.containsKey(Ref.of(former.name(), column)))
                .filter(column -> formerOrigins
                        .of(former.name(), column)
                        .filter(origin::equals)
                        .isPresent())
                .toList();
    }

    /** A foreign key's column is named after the column that it refers to, and is renamed with it. */
    private boolean followReferences() {
        int known = columns.size();
        eachTable((former, current) -> added(former, current)
                .forEach(column -> origins.of(current.name(), column).ifPresent(origin -> {
                    Set<Ref> targets = targets(current, column);
                    gone(former, current, origin).stream()
                            .filter(old -> targets(former, old).stream()
                                    .anyMatch(target -> isRenamed(target) && targets.contains(renamed(target))))
                            .findFirst()
                            .ifPresent(old -> columns.put(Ref.of(former.name(), old), column));
                })));
        return columns.size() > known;
    }

    /** The columns that a column refers to by foreign keys. */
    private static Set<Ref> targets(Table table, Identifier column) {
        Set<Ref> targets = new TreeSet<>();
        table.foreignKeys().forEach(key -> {
            for (int i = 0; i < key.columns().size(); i++) {
                if (key.columns().get(i).equals(column)) {
                    targets.add(Ref.of(
                            key.referencedTable(), key.referencedColumns().get(i)));
                }
            }
        });
        return targets;
    }

    private boolean isRenamed(Ref former) {
        return tables.containsKey(former.object()) || columns.containsKey(former);
    }

    private Ref renamed(Ref former) {
        Identifier column = former.column().orElseThrow();
        return Ref.of(tables.getOrDefault(former.object(), former.object()), columns.getOrDefault(former, column));
    }
}
