package dev.godwit.mapping.validation;

import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import dev.godwit.mapping.read.ModelReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeMirror;

/** The constrained properties of classes, each class read once. */
final class Constraints {

    private static final String VALID = "jakarta.validation.Valid";

    private final ModelReader reader;
    private final Map<String, Collection<ConstrainedProperty>> byClass = new HashMap<>();

    Constraints(ModelReader reader) {
        this.reader = reader;
    }

    Collection<ConstrainedProperty> of(ClassView view) {
        Collection<ConstrainedProperty> known = byClass.get(view.name());
        if (known == null) {
            Map<String, ConstrainedProperty> properties = new LinkedHashMap<>();
            lineage(view).forEach(each -> collect(each, properties));
            known = properties.values().stream()
                    .filter(ConstrainedProperty::isConstrained)
                    .toList();
            byClass.put(view.name(), known);
        }
        return known;
    }

    /** The class, its superclasses and all their interfaces, whose constraints it inherits. */
    private List<ClassView> lineage(ClassView view) {
        List<ClassView> all = new ArrayList<>();
        all.add(view);
        view.element().getInterfaces().forEach(type -> addLineage(type, all));
        view.superclass().ifPresent(parent -> all.addAll(lineage(parent)));
        return all;
    }

    private void addLineage(TypeMirror type, List<ClassView> all) {
        reader.classOf(type).filter(view -> !all.contains(view)).ifPresent(view -> all.addAll(lineage(view)));
    }

    private void collect(ClassView view, Map<String, ConstrainedProperty> properties) {
        view.fields().forEach(member -> collect(member, properties));
        view.getters().forEach(member -> collect(member, properties));
    }

    private void collect(Member member, Map<String, ConstrainedProperty> properties) {
        if (!member.annotations().isEmpty()) {
            properties
                    .computeIfAbsent(member.name(), ConstrainedProperty::new)
                    .add(
                            Constraint.among(reader, member.annotations().all()),
                            member.declaredType(),
                            member.has(VALID));
        }
    }
}
