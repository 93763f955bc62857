package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundJoin;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.Formula;
import dev.godwit.mapping.bound.Selectable;
import dev.godwit.mapping.bound.SimpleValue;
import dev.godwit.mapping.naming.Naming;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns that an attribute states or implies, and the table they belong to. */
class Columns {

    /**
     * One of them.
     *
     * @param selectable the column, or a formula
     * @param logicalName empty for a formula
     */
    record Entry(Selectable selectable, Optional<Identifier> logicalName) {

        Optional<BoundColumn> column() {
            return selectable instanceof BoundColumn column ? Optional.of(column) : Optional.empty();
        }
    }

    private final Binding binding;
    private Holder holder;
    private final String path;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Identifier statedTable;
    private @Nullable BoundTable table;
    private @Nullable BoundJoin join;
    private @Nullable Place place;
    private Optional<String> target = Optional.empty();
    private Optional<String> origin = Optional.empty();
    private Optional<String> originEntity = Optional.empty();

    /** @param path of the attribute within the entity */
    Columns(Binding binding, Holder holder, String path) {
        this.binding = binding;
        this.holder = holder;
        this.path = path;
    }

    Binding binding() {
        return binding;
    }

    Holder holder() {
        return holder;
    }

    void holder(Holder value) {
        holder = value;
    }

    String path() {
        return path;
    }

    Place place() {
        return place == null ? holder.entity().view().place() : place;
    }

    void place(Place value) {
        place = value;
    }

    /** Notes the entity that the columns refer to. */
    void target(String entity) {
        target = Optional.of(entity);
    }

    /** Notes where the columns come from, where that is not the attribute's path. */
    void origin(String path) {
        origin = Optional.of(path);
    }

    /** Notes the entity whose attribute causes the columns, where that is not the one they are bound into. */
    void originEntity(String entity) {
        originEntity = Optional.of(entity);
    }

    /** Tells a column where it comes from. */
    void origin(BoundColumn column) {
        origin(column, "");
    }

    /** @param part what tells the column from others of the same attribute; may be empty */
    void origin(BoundColumn column, String part) {
        String attribute = origin.orElseGet(() -> originOf(path));
        column.origin(new Origin(originEntity.orElseGet(() -> holder.entity().name()), attribute + part, target));
    }

    private static String originOf(String path) {
        return path.replace("." + Naming.ELEMENT + ".", "/element.");
    }

    List<Entry> entries() {
        return entries;
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    /** The columns among the entries. */
    List<BoundColumn> columns() {
        return entries.stream().flatMap(entry -> entry.column().stream()).toList();
    }

    boolean hasFormula() {
        return entries.stream().anyMatch(entry -> entry.selectable() instanceof Formula);
    }

    void forceNotNull() {
        columns().forEach(column -> column.nullable(false));
    }

    /** The table that the mapping names for the columns. */
    void statedTable(Identifier name) {
        statedTable = name;
    }

    void join(BoundJoin value) {
        join = value;
    }

    boolean isSecondary() {
        return join != null
                || (statedTable != null
                        && !isOwn(statedTable)
                        && holder.root().join(statedTable).isPresent());
    }

    private boolean isOwn(Identifier name) {
        return ownerTable().name().name().equals(name)
                || (ownerTable().logicalName().equals(name)
                        && holder.root().join(name).isEmpty());
    }

    /** The join that the columns lie in; only where they are secondary. */
    BoundJoin join() {
        return join != null ? join : holder.root().join(statedTable()).orElseThrow();
    }

    private Identifier statedTable() {
        if (statedTable == null) {
            throw new IllegalStateException("The columns of " + path + " state no table.");
        }
        return statedTable;
    }

    /** The name of a stated table that the entity does not have. */
    Optional<Identifier> unknownTable() {
        return Optional.ofNullable(statedTable).filter(name -> join == null && !isOwn(name) && !isSecondary());
    }

    /** Refuses columns in a table that the entity does not have. */
    static void requireKnownTable(Columns columns, Attribute attribute) {
        columns.unknownTable().ifPresent(name -> {
            throw new MappingException(
                    Messages.unknownTable(
                            attribute.member().toString(),
                            name.toString(),
                            columns.holder.entity().name()),
                    attribute.place());
        });
    }

    BoundTable table() {
        if (table != null) {
            return table;
        }
        return isSecondary() ? join().table() : ownerTable();
    }

    void table(BoundTable value) {
        table = value;
    }

    private BoundTable ownerTable() {
        Holder owner = holder;
        if (owner instanceof ComponentHolder component && component.component().isTableStated()) {
            return component.table();
        }
        while (owner instanceof ComponentHolder component) {
            owner = component.parent().orElseThrow();
        }
        return owner.table();
    }

    /** Puts the columns into a value and its table. */
    void link(SimpleValue value) {
        for (Entry entry : entries) {
            value.add(entry.selectable());
            entry.column().ifPresent(column -> {
                origin(column);
                binding.sharedColumns().note(value.table(), column, holder.entity(), place());
                value.table().add(column);
                value.table().bindName(entry.logicalName().orElse(column.name()), column.name());
            });
        }
    }
}
