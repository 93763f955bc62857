package dev.godwit.processor;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The classes that a persistence unit manages, by binary name: what {@code persistence.xml} would list.
 *
 * <p>A compilation may hold a single file of a module. So the names come from every place that knows one, and each is
 * verified: a class counts if the compiler finds it and it still carries an annotation that makes it managed.
 */
final class ManagedClasses {

    private static final Set<String> ANNOTATIONS = Set.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Converter");

    /** What the annotations of a package begin with that hold for the model. */
    private static final List<String> OF_PACKAGES = List.of("jakarta.persistence.", "org.hibernate.annotations.");

    /** What the name of an annotated package ends in, as that of its class file does. */
    private static final String PACKAGE = ".package-info";

    /** What a name ends in that stands for all classes of a package. */
    private static final String ALL = ".*";

    private final Set<String> names = new TreeSet<>();

    /** By name, as the compiler handed them over: Eclipse's finds no annotations when it is asked for a package. */
    private final Map<String, Element> packages = new TreeMap<>();

    private final Elements elements;

    ManagedClasses(Elements elements) {
        this.elements = elements;
    }

    /** Adds the managed classes among a round's root elements and the classes within them. */
    void addRoots(RoundEnvironment round) {
        Set<TypeElement> present = new LinkedHashSet<>();
        for (String annotation : ANNOTATIONS) {
            TypeElement type = elements.getTypeElement(annotation);
            if (type != null) {
                present.add(type);
            }
        }
        round.getRootElements().stream()
                .filter(root -> root instanceof PackageElement && isManaged(root))
                .forEach(root -> packages.put(nameOf(root), root));
        for (Element each : round.getElementsAnnotatedWithAny(present.toArray(TypeElement[]::new))) {
            if (each instanceof TypeElement type) {
                names.add(elements.getBinaryName(type).toString());
            }
        }
    }

    /** Adds names that may be out of date; one that ends in {@code .*} stands for a package. */
    void addKnown(Collection<String> binaryNames) {
        names.addAll(binaryNames);
    }

    /** The classes and packages that are there, sorted by name. */
    List<Element> present() {
        return Stream.concat(
                        packages.values().stream(),
                        names.stream()
                                .filter(name -> !packages.containsKey(name))
                                .flatMap(name -> named(name, elements)))
                .filter(ManagedClasses::isManaged)
                .distinct()
                .sorted(Comparator.comparing(this::nameOf))
                .toList();
    }

    private String nameOf(Element element) {
        return element instanceof TypeElement type
                ? elements.getBinaryName(type).toString()
                : ((PackageElement) element).getQualifiedName() + PACKAGE;
    }

    /** Whether a name, as options and files list it, is that of a class or package that is there. */
    static boolean isKnown(String name, Elements elements) {
        return named(name, elements).findAny().isPresent();
    }

    private static Stream<Element> named(String name, Elements elements) {
        if (name.endsWith(PACKAGE)) {
            return Stream.ofNullable(elements.getPackageElement(name.substring(0, name.length() - PACKAGE.length())));
        }
        return name.endsWith(ALL)
                ? Optional.ofNullable(elements.getPackageElement(name.substring(0, name.length() - ALL.length())))
                        .stream()
                        .flatMap(ManagedClasses::typesIn)
                : Stream.ofNullable(elements.getTypeElement(name.replace('$', '.')));
    }

    private static Stream<Element> typesIn(Element holder) {
        return ElementFilter.typesIn(holder.getEnclosedElements()).stream()
                .flatMap(type -> Stream.concat(Stream.of(type), typesIn(type)));
    }

    /** One name a line, as the list that later compilations start from. */
    String list() {
        return present().stream().map(element -> nameOf(element) + "\n").collect(Collectors.joining());
    }

    private static boolean isManaged(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
                .map(type -> type.getQualifiedName().toString())
                .anyMatch(name -> element instanceof PackageElement
                        ? OF_PACKAGES.stream().anyMatch(name::startsWith)
                        : ANNOTATIONS.contains(name));
    }
}
