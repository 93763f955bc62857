package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.BoundUniqueKey;
import dev.godwit.mapping.naming.ImplicitNames.Constraint;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an annotation says about a table beside its name: keys, indexes, checks, comment, options. */
final class TableBinder {

    private final Binding binding;

    TableBinder(Binding binding) {
        this.binding = binding;
    }

    /** Binds everything that {@code @Table}, {@code @JoinTable} and their like say about the table. */
    void describe(BoundTable table, AnnotationView view) {
        uniqueConstraints(table, view);
        indexes(table, view);
        details(table, view);
    }

    /** Binds what Jakarta Persistence 3.2 lets tables say: checks, comment and options. */
    void details(BoundTable table, AnnotationView view) {
        if (binding.settings().hibernate().knowsTableDetails()) {
            table.checks().addAll(ColumnReader.checks(view));
            table.comment(view.text("comment"));
            table.options(view.text("options"));
        }
    }

    void uniqueConstraints(BoundTable table, AnnotationView view) {
        view.annotations("uniqueConstraints")
                .forEach(constraint -> uniqueKey(
                        table,
                        constraint.text("name"),
                        constraint.strings("columnNames"),
                        constraint.text("options"),
                        false));
    }

    private void uniqueKey(
            BoundTable table,
            Optional<String> stated,
            List<String> columnNames,
            Optional<String> options,
            boolean index) {
        List<Identifier> names = columnNames.stream().map(binding::identifier).toList();
        List<BoundColumn> columns = names.stream().map(this::column).toList();
        Constraint source = new Constraint(table.name().name(), names);
        Identifier name = stated.map(binding::identifier)
                .orElseGet(() -> index
                        ? binding.naming().implicit().uniqueIndex(source)
                        : binding.naming().implicit().uniqueKey(source));
        table.add(new BoundUniqueKey(Optional.of(name), stated.isPresent(), true, columns, options));
    }

    private BoundColumn column(Identifier logical) {
        return new BoundColumn().name(binding.naming().column(logical).physical());
    }

    void indexes(BoundTable table, AnnotationView view) {
        view.annotations("indexes").forEach(index -> index(table, index));
    }

    private void index(BoundTable table, AnnotationView view) {
        List<String> names = new ArrayList<>();
        List<Optional<String>> orders = new ArrayList<>();
        Arrays.stream(view.string("columnList").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> {
                    Optional<String> order = order(text);
                    orders.add(order);
                    names.add(order.map(suffix -> text.substring(0, text.length() - suffix.length() - 1))
                            .orElse(text));
                });
        boolean expressions = names.stream().anyMatch(name -> name.startsWith("("));
        if (view.bool("unique") && !expressions) {
            uniqueKey(table, view.text("name"), names, view.text("options"), true);
        } else {
            table.indexes().add(index(table, view, names, orders));
        }
    }

    private Index index(BoundTable table, AnnotationView view, List<String> names, List<Optional<String>> orders) {
        List<Index.Part> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Index.Part part = name.startsWith("(")
                    ? Index.Part.ofExpression(name)
                    : Index.Part.of(column(binding.identifier(name)).name());
            parts.add(orders.get(i).map(part::ordered).orElse(part));
        }
        Identifier name = view.text("name")
                .map(binding::identifier)
                .orElseGet(() -> binding.naming()
                        .implicit()
                        .index(new Constraint(
                                table.name().name(),
                                names.stream().map(binding::identifier).toList())));
        return new Index(name, parts, view.bool("unique"), view.text("type"), view.text("options"));
    }

    private static Optional<String> order(String column) {
        String text = column.toLowerCase(Locale.ROOT);
        if (text.endsWith(" desc")) {
            return Optional.of("desc");
        }
        return text.endsWith(" asc") ? Optional.of("asc") : Optional.empty();
    }

    /** A check that {@code @Check} puts on a table. */
    static Check check(AnnotationView view) {
        return new Check(view.text("name").map(Identifier::of), view.string("constraints"));
    }
}
