package dev.godwit.mapping.evaluate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The sources of a compilation: trees of elements, and the classes that simple names mean. */
final class Program {

    private final Trees trees;
    private final Elements elements;

    Program(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    MethodTree tree(ExecutableElement method) {
        return Optional.ofNullable(trees.getTree(method)).orElseThrow(() -> new NotEvaluableException(method));
    }

    VariableTree tree(VariableElement variable) {
        Tree tree = trees.getTree(variable);
        if (tree instanceof VariableTree found) {
            return found;
        }
        throw new NotEvaluableException(variable);
    }

    /** The method of this name that a class or one of its superclasses declares. */
    Optional<ExecutableElement> method(TypeElement type, String name, int parameters) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && method.getParameters().size() == parameters)
                .filter(method ->
                        trees.getTree(method) != null && trees.getTree(method).getBody() != null)
                .findFirst();
    }

    Optional<VariableElement> field(TypeElement type, String name) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst();
    }

    List<ExecutableElement> constructors(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements());
    }

    /** The method of this name in the body of an anonymous class. */
    static Optional<MethodTree> method(ClassTree body, String name, int parameters) {
        return body.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals(name)
                        && method.getParameters().size() == parameters)
                .findFirst();
    }

    /** The class that a simple or qualified name means within the source of another class. */
    Optional<TypeElement> type(String name, TypeElement within) {
        for (Element scope = within; scope instanceof TypeElement enclosing; scope = scope.getEnclosingElement()) {
            if (enclosing.getSimpleName().contentEquals(name)) {
                return Optional.of(enclosing);
            }
            Optional<TypeElement> nested = ElementFilter.typesIn(elements.getAllMembers(enclosing)).stream()
                    .filter(each -> each.getSimpleName().contentEquals(name))
                    .findFirst();
            if (nested.isPresent()) {
                return nested;
            }
        }
        return imported(name, within)
                .or(() -> named(elements.getPackageOf(within).getQualifiedName() + "." + name))
                .or(() -> named("java.lang." + name))
                .or(() -> named(name));
    }

    private Optional<TypeElement> imported(String name, TypeElement within) {
        TreePath path = trees.getPath(within);
        if (path == null) {
            return Optional.empty();
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        return unit.getImports().stream()
                .map(each -> each.getQualifiedIdentifier().toString())
                .flatMap(text -> text.endsWith("." + name)
                        ? named(text).stream()
                        : text.endsWith(".*")
                                ? named(text.replace("*", name)).stream()
                                : Optional.<TypeElement>empty().stream())
                .findFirst();
    }

    private Optional<TypeElement> named(String qualified) {
        return Optional.ofNullable(elements.getTypeElement(qualified));
    }
}
