package dev.godwit.mapping.bind;

import dev.godwit.mapping.audit.TableMaker;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.naming.ImplicitNames.Constraint;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Adds the tables of Envers to what is being bound, by the model's naming strategies. */
final class AuditTableMaker implements TableMaker {

    private final Binding binding;

    AuditTableMaker(Binding binding) {
        this.binding = binding;
    }

    @Override
    public BoundTable table(
            Optional<String> catalog, Optional<String> schema, String name, Optional<BoundTable> included) {
        return binding.table(catalog, schema, binding.naming().table(name), included);
    }

    @Override
    public Identifier column(String name) {
        return binding.naming().column(name).physical();
    }

    @Override
    public Identifier sequence(String name) {
        return binding.naming().sequence(binding.identifier(name)).physical();
    }

    @Override
    public Identifier uniqueKey(BoundTable table, List<BoundColumn> columns) {
        List<Identifier> names = columns.stream().map(BoundColumn::name).toList();
        return binding.naming().implicit().uniqueKey(new Constraint(table.name().name(), names));
    }

    @Override
    public void add(Identifier sequence, long increment, Origin origin) {
        QualifiedName name = new QualifiedName(Optional.empty(), Optional.empty(), sequence);
        binding.add(new Sequence(name, 1, increment), origin);
    }
}
