package dev.godwit.mapping;

import dev.godwit.mapping.bind.ModelBinder;
import dev.godwit.mapping.evaluate.SourceValues;
import dev.godwit.mapping.naming.Namings;
import dev.godwit.mapping.naming.StrategyLoader;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.mapping.type.StoredValues;
import dev.godwit.mapping.xml.MappingFiles;
import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import java.util.Collection;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.ElementFilter;

/**
 * Maps JPA entities to the schema that Hibernate creates for them.
 *
 * <p>Lives as long as one round of a compilation.
 */
public final class Mapping {

    private final ModelReader reader;
    private final MappingFiles files;
    private final Settings settings;
    private final Diagnostics diagnostics;
    private final StrategyLoader strategies;
    private final StoredValues values;

    /**
     * @param strategies loads naming strategies that the settings name by their class
     * @param files what stands over annotations
     */
    public Mapping(
            ProcessingEnvironment environment,
            Settings settings,
            Diagnostics diagnostics,
            StrategyLoader strategies,
            MappingFiles files) {
        this.reader = new ModelReader(
                environment.getElementUtils(),
                environment.getTypeUtils(),
                files.overlay(diagnostics, settings.hibernate()));
        this.files = files;
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.strategies = strategies;
        this.values = SourceValues.of(environment);
    }

    /**
     * The model of these classes. What cannot be mapped is reported and left out.
     *
     * @param candidates entities, embeddables, mapped superclasses, converters, beside those that mapping files name;
     *     packages whose annotations hold for the model; others are ignored
     */
    public Model map(Collection<? extends Element> candidates) {
        ModelBinder binder = new ModelBinder(reader, settings, Namings.of(settings, strategies), diagnostics, values);
        Stream<ClassView> classes =
                ElementFilter.typesIn(candidates).stream().flatMap(element -> reader.classOf(element).stream());
        Model model = binder.bind(
                Stream.concat(classes, files.classes(reader, diagnostics).stream())
                        .distinct()
                        .toList(),
                ElementFilter.packagesIn(candidates));
        return Annotated.with(model, reader);
    }
}
