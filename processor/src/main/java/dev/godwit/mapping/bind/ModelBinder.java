package dev.godwit.mapping.bind;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.naming.Naming;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import dev.godwit.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Binds a whole model: first each entity, then what refers to others, then the schema. */
public final class ModelBinder {

    private final ModelReader reader;
    private final Settings settings;
    private final Naming naming;
    private final Diagnostics diagnostics;

    public ModelBinder(ModelReader reader, Settings settings, Naming naming, Diagnostics diagnostics) {
        this.reader = reader;
        this.settings = settings;
        this.naming = naming;
        this.diagnostics = diagnostics;
    }

    /** @param managed entities, mapped superclasses, embeddables and converters */
    public Model bind(Collection<ClassView> managed) {
        Hierarchy hierarchy = new Hierarchy(managed);
        Binding binding = new Binding(reader, settings, naming, diagnostics, hierarchy, new PlainColumnTypes(reader));
        EntityBinder entities = new EntityBinder(binding, new GeneratorBinder(binding));
        hierarchy.entities().forEach(state -> binding.guarded(() -> entities.bind(state)));
        binding.passes().run();
        SchemaBuilder builder = new SchemaBuilder(binding);
        Schema schema = builder.build();
        return new Model(schema, builder.origins(), builder.generatedNames(), List.of(), Map.of());
    }
}
