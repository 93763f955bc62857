package dev.godwit.mapping.bound;

import dev.godwit.model.Origin;
import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table in the making, with the names that its columns have in the mapping (logical) and in the database (physical).
 */
public final class BoundTable {

    private final QualifiedName name;
    private final Identifier logicalName;
    private final @Nullable BoundTable included;
    private boolean isAbstract;
    private boolean includedElsewhere;
    private boolean virtual;
    private final Map<String, BoundColumn> columns = new LinkedHashMap<>();
    private final Map<Identifier, Identifier> physicalByLogical = new LinkedHashMap<>();
    private final Map<Identifier, Identifier> logicalByPhysical = new LinkedHashMap<>();
    private @Nullable List<BoundColumn> primaryKey;
    private final List<BoundUniqueKey> uniqueKeys = new ArrayList<>();
    private final Map<String, BoundForeignKey> foreignKeys = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private Optional<String> comment = Optional.empty();
    private Optional<String> options = Optional.empty();
    private Optional<Origin> origin = Optional.empty();

    /**
     * @param included the table of the superclass whose columns this one repeats
     */
    public BoundTable(QualifiedName name, Identifier logicalName, Optional<BoundTable> included) {
        this.name = name;
        this.logicalName = logicalName;
        this.included = included.orElse(null);
        included.ifPresent(table -> table.includedElsewhere = true);
    }

    public QualifiedName name() {
        return name;
    }

    public Identifier logicalName() {
        return logicalName;
    }

    public Optional<BoundTable> included() {
        return Optional.ofNullable(included);
    }

    /** The table of an abstract entity, which is no table where each subclass has its own. */
    public void markAbstract() {
        isAbstract = true;
    }

    /** Nothing that is created: a subselect or a view. */
    public void markVirtual() {
        virtual = true;
    }

    public boolean isVirtual() {
        return virtual;
    }

    public boolean isPhysical() {
        return !virtual && !(isAbstract && includedElsewhere);
    }

    /** Whether subclasses repeat this table's columns in their own, so that no foreign key can refer to it. */
    public boolean isIncludedElsewhere() {
        return includedElsewhere;
    }

    public Optional<BoundColumn> column(BoundColumn like) {
        BoundColumn known = columns.get(key(like));
        if (known != null && known.isSameAs(like)) {
            return Optional.of(known);
        }
        return included == null ? Optional.empty() : included.column(like);
    }

    public Optional<BoundColumn> column(Identifier physical) {
        return column(new BoundColumn().name(physical));
    }

    /** The table that a column of this one is repeated from, in the end; this one where it is its own. */
    public BoundTable declaring(BoundColumn column) {
        return columns.containsKey(key(column)) || included == null ? this : included.declaring(column);
    }

    private static String key(BoundColumn column) {
        return column.name().text().toLowerCase(Locale.ROOT);
    }

    /** Adds the column, unless the table has one of that name. */
    public void add(BoundColumn column) {
        if (column(column).isEmpty()) {
            if (primaryKey != null && primaryKey.stream().anyMatch(column::isSameAs)) {
                column.nullable(false);
            }
            columns.put(key(column), column);
        }
    }

    /** Gives a column of the table another name. */
    public void rename(BoundColumn column, Identifier other) {
        boolean own = columns.get(key(column)) == column;
        if (own) {
            columns.remove(key(column));
        }
        column.name(other);
        if (own) {
            columns.put(key(column), column);
        }
    }

    /** The table's own columns, without those it repeats. */
    public Collection<BoundColumn> ownColumns() {
        return columns.values();
    }

    /** All columns, the repeated ones first. */
    public List<BoundColumn> columns() {
        List<BoundColumn> all = new ArrayList<>();
        if (included != null) {
            all.addAll(included.columns());
        }
        all.addAll(columns.values());
        return all;
    }

    public void bindName(Identifier logical, Identifier physical) {
        physicalByLogical.put(logical, physical);
        logicalByPhysical.put(physical, logical);
    }

    public Optional<Identifier> physicalName(Identifier logical) {
        Identifier known = physicalByLogical.get(logical);
        if (known != null) {
            return Optional.of(known);
        }
        return included == null ? Optional.empty() : included.physicalName(logical);
    }

    public Optional<Identifier> logicalName(Identifier physical) {
        Identifier known = logicalByPhysical.get(physical);
        if (known != null) {
            return Optional.of(known);
        }
        return included == null ? Optional.empty() : included.logicalName(physical);
    }

    public Optional<List<BoundColumn>> primaryKey() {
        if (primaryKey != null) {
            return Optional.of(primaryKey);
        }
        return Optional.empty();
    }

    public void primaryKey(List<BoundColumn> key) {
        List<BoundColumn> distinct = new ArrayList<>();
        for (BoundColumn column : key) {
            if (distinct.stream().noneMatch(column::isSameAs)) {
                distinct.add(column);
            }
        }
        primaryKey = distinct;
        for (BoundColumn column : distinct) {
            BoundColumn own = columns.get(key(column));
            if (own != null) {
                own.nullable(false);
            }
        }
    }

    public List<BoundUniqueKey> uniqueKeys() {
        return uniqueKeys;
    }

    public void add(BoundUniqueKey key) {
        uniqueKeys.add(key);
    }

    /** One column becomes unique by itself, several get a key. */
    public void unique(List<BoundColumn> key) {
        if (key.size() == 1) {
            key.get(0).unique(true);
        } else if (uniqueKeys.stream().noneMatch(each -> each.isImplicit() && each.hasColumns(key))) {
            uniqueKeys.add(BoundUniqueKey.implicit(key));
        }
    }

    public Collection<BoundForeignKey> foreignKeys() {
        return foreignKeys.values();
    }

    /** Adds the key, or gives the one over the same columns its name and action. */
    public BoundForeignKey add(BoundForeignKey key) {
        BoundForeignKey known = foreignKeys.get(key.identity());
        if (known == null) {
            foreignKeys.put(key.identity(), key);
            return key;
        }
        key.name().ifPresent(known::name);
        return known;
    }

    public List<Check> checks() {
        return checks;
    }

    public List<Index> indexes() {
        return indexes;
    }

    public Optional<String> comment() {
        return comment;
    }

    public void comment(Optional<String> value) {
        if (value.isPresent()) {
            comment = value;
        }
    }

    public Optional<String> options() {
        return options;
    }

    public void options(Optional<String> value) {
        if (value.isPresent()) {
            options = value;
        }
    }

    public Optional<Origin> origin() {
        return origin;
    }

    /** Notes where the table comes from, unless that is known. */
    public void origin(Origin value) {
        if (origin.isEmpty()) {
            origin = Optional.of(value);
        }
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
