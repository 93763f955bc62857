package dev.godwit.mapping.bind;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.audit.AuditTables;
import dev.godwit.mapping.naming.Naming;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.mapping.type.BasicTypes;
import dev.godwit.mapping.type.Converters;
import dev.godwit.mapping.type.Registrations;
import dev.godwit.mapping.type.StoredValues;
import dev.godwit.mapping.type.TypeSettings;
import dev.godwit.mapping.type.UserTypes;
import dev.godwit.mapping.validation.BeanValidation;
import dev.godwit.model.Backfills;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import dev.godwit.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.PackageElement;

/** Binds a whole model: first each entity, then what refers to others, then the schema. */
public final class ModelBinder {

    private final ModelReader reader;
    private final Settings settings;
    private final Naming naming;
    private final Diagnostics diagnostics;
    private final StoredValues values;

    /** @param values what the model's converters make of values */
    public ModelBinder(
            ModelReader reader, Settings settings, Naming naming, Diagnostics diagnostics, StoredValues values) {
        this.values = values;
        this.reader = reader;
        this.settings = settings;
        this.naming = naming;
        this.diagnostics = diagnostics;
    }

    /**
     * Binds a model, without what it declares to Godwit alone.
     *
     * @param managed entities, mapped superclasses, embeddables and converters
     * @param annotated packages whose annotations hold for the model, beside those that managed classes are in
     */
    public Model bind(Collection<ClassView> managed, Collection<PackageElement> annotated) {
        Set<PackageElement> packages = new LinkedHashSet<>(annotated);
        managed.forEach(view -> packages.add(reader.elements().getPackageOf(view.element())));
        Hierarchy hierarchy = new Hierarchy(managed);
        List<Annotations> registering = registering(managed, packages);
        UserTypes userTypes = new UserTypes(reader, new Registrations(reader, registering), values, diagnostics);
        Binding binding = new Binding(
                reader,
                settings,
                naming,
                diagnostics,
                hierarchy,
                packages,
                basicColumns(managed, registering, userTypes),
                userTypes);
        EntityBinder entities = new EntityBinder(binding, new GeneratorBinder(binding));
        hierarchy.entities().forEach(state -> binding.guarded(() -> entities.bind(state)));
        binding.passes().run();
        AuditTables.add(reader, binding.entities(), settings.properties(), new AuditTableMaker(binding), diagnostics);
        if (settings.beanValidation()) {
            new BeanValidation(reader, settings).apply(binding.entities());
        }
        binding.sharedColumns().report(diagnostics);
        LongNames.report(binding.entities(), diagnostics);
        SchemaBuilder builder = new SchemaBuilder(binding);
        Schema schema = builder.build();
        return new Model(schema, builder.origins(), builder.generatedNames(), List.of(), Backfills.NONE)
                .withHierarchies(MappedHierarchies.of(binding.entities()));
    }

    /** The annotations that may register types and converters for the whole model. */
    private List<Annotations> registering(Collection<ClassView> managed, Collection<PackageElement> packages) {
        List<Annotations> registering = new ArrayList<>();
        managed.forEach(view -> registering.add(view.annotations()));
        packages.forEach(each -> registering.add(reader.annotations(each)));
        registering.add(reader.unit());
        return registering;
    }

    private BasicColumns basicColumns(
            Collection<ClassView> managed, List<Annotations> registering, UserTypes userTypes) {
        List<ClassView> converters =
                managed.stream().filter(view -> view.has(Jpa.CONVERTER)).toList();
        TypeSettings typeSettings = new TypeSettings(settings.properties(), settings.hibernate());
        return new BasicColumns(
                new BasicTypes(reader, typeSettings, userTypes, values, diagnostics),
                new Converters(reader, converters, registering));
    }
}
