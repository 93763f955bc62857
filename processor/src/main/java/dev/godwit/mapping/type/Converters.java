package dev.godwit.mapping.type;

import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.ModelReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The converters that apply by themselves: those of {@code @Converter(autoApply = true)} and the registered ones. */
public final class Converters {

    /** The interface that converters implement. */
    static final String INTERFACE = "jakarta.persistence.AttributeConverter";

    private static final String CONVERTER = "jakarta.persistence.Converter";
    private static final String REGISTRATION = "org.hibernate.annotations.ConverterRegistration";

    private record AutoApplied(TypeMirror domain, TypeMirror converter) {}

    private final ModelReader reader;
    private final TypeNames names;
    private final List<AutoApplied> registered = new ArrayList<>();
    private final List<AutoApplied> declared = new ArrayList<>();

    /**
     * @param classes the classes annotated with {@code @Converter}; others are left out
     * @param registering annotations of classes and packages, which may hold {@code @ConverterRegistration}
     */
    public Converters(ModelReader reader, Collection<ClassView> classes, Collection<Annotations> registering) {
        this.reader = reader;
        this.names = new TypeNames(reader.elements(), reader.types());
        classes.forEach(this::declare);
        registering.forEach(this::register);
    }

    private void declare(ClassView view) {
        boolean applies = view.annotations()
                .get(CONVERTER)
                .filter(converter -> converter.bool("autoApply"))
                .isPresent();
        if (applies) {
            names.argument(view.type(), INTERFACE, 0)
                    .ifPresent(domain -> declared.add(new AutoApplied(domain, view.type())));
        }
    }

    private void register(Annotations source) {
        source.all(REGISTRATION)
                .forEach(registration -> registration
                        .type("converter")
                        .flatMap(this::declaration)
                        .ifPresent(converter -> registration
                                .type("domainType")
                                .or(() -> names.argument(converter, INTERFACE, 0))
                                .filter(domain -> registration.bool("autoApply"))
                                .ifPresent(domain -> registered.add(new AutoApplied(domain, converter)))));
    }

    /** A class literal has no type arguments; what its supertypes are is asked of its declaration. */
    private Optional<TypeMirror> declaration(TypeMirror literal) {
        return reader.classOf(literal).map(ClassView::type);
    }

    /**
     * The converter for an attribute, element or key of this type that states none. Hibernate asks for none where the
     * attribute is an identifier, a version, or annotated with {@code @Temporal} or {@code @Enumerated}.
     */
    public Optional<TypeMirror> autoApplied(TypeMirror type) {
        return first(registered, type).or(() -> first(declared, type));
    }

    private Optional<TypeMirror> first(List<AutoApplied> all, TypeMirror type) {
        TypeMirror boxed = names.boxed(type);
        return all.stream()
                .filter(each -> matches(each.domain(), boxed))
                .map(AutoApplied::converter)
                .findFirst();
    }

    private boolean matches(TypeMirror domain, TypeMirror type) {
        return domain instanceof DeclaredType generic
                        && !generic.getTypeArguments().isEmpty()
                ? reader.types().isAssignable(type, domain)
                : reader.types()
                        .isAssignable(
                                reader.types().erasure(type), reader.types().erasure(domain));
    }
}
