package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.PackageElement;

/**
 * Finds the declaration of a generator: at the attribute, its classes, its package, and then, by its name, anywhere
 * ({@code GeneratorAnnotationHelper.findLocalizedMatch} of Hibernate's boot model).
 */
final class DeclaredGenerators {

    private final Binding binding;
    private final Map<String, Optional<AnnotationView>> globals = new LinkedHashMap<>();

    DeclaredGenerators(Binding binding) {
        this.binding = binding;
    }

    Optional<AnnotationView> find(String annotation, Attribute attribute, BoundEntity entity, Optional<String> name) {
        return local(annotation, attribute, entity, name).or(() -> name.flatMap(text -> global(annotation, text)));
    }

    /** The nearest declaration of this name; one without a name stands for any. */
    Optional<AnnotationView> local(String annotation, Attribute attribute, BoundEntity entity, Optional<String> name) {
        List<AnnotationView> near = around(attribute, entity)
                .flatMap(annotations -> annotations.all(annotation).stream())
                .toList();
        if (name.isEmpty()) {
            return near.stream().findFirst();
        }
        return near.stream()
                .filter(view -> view.string("name").equals(name.get()))
                .findFirst()
                .or(() -> near.stream()
                        .filter(view -> view.string("name").isEmpty())
                        .findFirst());
    }

    /** The annotation at the attribute, its classes or its package that carries this one. */
    Optional<AnnotationView> annotatedAround(String meta, Attribute attribute, BoundEntity entity) {
        return around(attribute, entity)
                .flatMap(annotations -> annotations.annotatedWith(meta).stream())
                .findFirst();
    }

    private Stream<Annotations> around(Attribute attribute, BoundEntity entity) {
        PackageElement declaring =
                binding.reader().elements().getPackageOf(attribute.member().declaring());
        return Stream.of(
                attribute.annotations(),
                entity.view().annotations(),
                binding.reader().annotations(attribute.member().declaring()),
                binding.reader().annotations(declaring));
    }

    /** A declaration of this name in scope of the whole model. */
    Optional<AnnotationView> global(String annotation, String name) {
        return globals.computeIfAbsent(
                annotation + "#" + name,
                key -> everywhere()
                        .flatMap(annotations -> annotations.all(annotation).stream())
                        .filter(view -> view.string("name").equals(name))
                        .findFirst());
    }

    /** The unit, packages, and since Hibernate 7 all else only where the settings give generators' names that scope. */
    private Stream<Annotations> everywhere() {
        boolean all = !binding.settings().hibernate().findsUnnamedGenerators()
                || Boolean.parseBoolean(
                        binding.settings().properties().get("hibernate.jpa.compliance.global_id_generators"));
        Stream<Annotations> packages = binding.packages().stream().map(binding.reader()::annotations);
        Stream<Annotations> classes =
                binding.hierarchy().classes().stream().filter(view -> all).flatMap(DeclaredGenerators::ofClass);
        return Stream.of(Stream.of(binding.reader().unit()), classes, packages).flatMap(Function.identity());
    }

    private static Stream<Annotations> ofClass(ClassView view) {
        return Stream.concat(
                Stream.of(view.annotations()),
                Stream.concat(view.fields().stream(), view.getters().stream()).map(Member::annotations));
    }
}
