package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.Formula;
import dev.godwit.mapping.bound.Selectable;
import dev.godwit.mapping.bound.SimpleValue;
import dev.godwit.mapping.naming.Name;
import dev.godwit.schema.Identifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One join column, as stated or implied. Its column may wait for a name until the referenced entity is bound, and one
 * implied join column becomes several columns where the referenced key has several.
 */
final class JoinColumnSpec {

    private final JoinColumns parent;
    private BoundColumn column = new BoundColumn();
    private @Nullable Formula formula;
    private @Nullable Identifier logicalName;
    private Optional<Identifier> referencedColumn = Optional.empty();
    private boolean implicit = true;
    private boolean ofCompositeKey;

    JoinColumnSpec(JoinColumns parent) {
        this.parent = parent;
    }

    Selectable selectable() {
        return formula == null ? column : formula;
    }

    BoundColumn column() {
        return column;
    }

    boolean isFormula() {
        return formula != null;
    }

    void formula(String sql) {
        formula = new Formula(sql);
        implicit = false;
    }

    /** Whether nothing is stated about the column at all. */
    boolean isImplicit() {
        return implicit;
    }

    void stated() {
        implicit = false;
    }

    /** Whether the column refers to whatever the referenced entity has for its key. */
    boolean isReferenceImplicit() {
        return referencedColumn.isEmpty();
    }

    Optional<Identifier> referencedColumn() {
        return referencedColumn;
    }

    void referencedColumn(Identifier name) {
        referencedColumn = Optional.of(name);
    }

    Optional<Identifier> logicalName() {
        return Optional.ofNullable(logicalName);
    }

    /** Names the column as the mapping does. */
    void name(Name name) {
        logicalName = name.logical();
        column.name(name.physical()).explicit(!implicit);
    }

    void nullable(boolean value) {
        column.nullable(value);
    }

    boolean isNameDeferred() {
        return formula == null && !column.isNamed();
    }

    /** Puts the column into the value and its table. */
    void link(SimpleValue value) {
        if (formula != null) {
            value.add(formula);
            return;
        }
        value.add(column);
        value.table().add(column);
        parent.origin(column, isOneOfSeveral() ? "." + part() : "");
        if (parent.mappedBy().isEmpty()) {
            value.table().bindName(logicalName == null ? impliedLogicalName() : logicalName, column.name());
        }
    }

    private boolean isOneOfSeveral() {
        return ofCompositeKey || parent.specs().size() > 1;
    }

    private String part() {
        return referencedColumn.orElseGet(column::name).text();
    }

    private Identifier impliedLogicalName() {
        return referencedColumn
                .map(name -> new Identifier(parent.path() + "_" + name.text(), false))
                .orElseGet(column::name);
    }

    /** Makes a column for one that is referenced, under the name that is implied, and links it. */
    void linkUnderDefaultName(BoundColumn referenced, BoundEntity entity, SimpleValue value) {
        Identifier logical = entity.table().logicalName(referenced.name()).orElse(referenced.name());
        Name name = parent.defaultName(entity, logical);
        BoundColumn next = column.copy();
        next.typeOf(referenced);
        implicit = true;
        referencedColumn = Optional.of(logical);
        logicalName = name.logical();
        ofCompositeKey = entity.identifier().columns().size() > 1;
        column = next.name(name.physical()).explicit(false);
        link(value);
    }

    /** Repeats what another value reads from. */
    void linkCopy(Selectable selectable, SimpleValue value) {
        if (selectable instanceof BoundColumn other) {
            column = column.copy();
            column.name(other.name()).typeOf(other);
        } else if (selectable instanceof Formula other) {
            formula = other;
        }
        link(value);
    }

    /** Takes type and definition of what is referenced. */
    void describeAs(BoundColumn referenced) {
        column.typeOf(referenced);
    }

    /** Whether the columns of a referenced key become columns of their own one by one. */
    static List<BoundColumn> named(List<JoinColumnSpec> specs) {
        return specs.stream()
                .filter(spec -> !spec.isNameDeferred())
                .map(JoinColumnSpec::column)
                .toList();
    }
}
