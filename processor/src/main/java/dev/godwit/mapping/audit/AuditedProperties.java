package dev.godwit.mapping.audit;

import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.Annotations;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import dev.godwit.mapping.read.ModelReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which attributes of an entity are audited ({@code AuditedPropertiesReader} of Envers). */
final class AuditedProperties {

    static final String PACKAGE = "org.hibernate.envers.";
    static final String AUDITED = PACKAGE + "Audited";

    private static final String NOT_AUDITED = PACKAGE + "NotAudited";
    private static final String OVERRIDE = PACKAGE + "AuditOverride";
    private static final String VERSION = "jakarta.persistence.Version";

    private final ModelReader reader;
    private final AuditSettings settings;
    private final ClassView entity;
    private final Map<String, Boolean> classes = new HashMap<>();
    private final Map<String, Boolean> attributes = new HashMap<>();

    AuditedProperties(ModelReader reader, AuditSettings settings, BoundEntity entity) {
        this.reader = reader;
        this.settings = settings;
        this.entity = entity.view();
        lineage().forEach(this::readOverrides);
    }

    private Stream<ClassView> lineage() {
        return Stream.iterate(Optional.of(entity), Optional::isPresent, view -> view.flatMap(ClassView::superclass))
                .map(Optional::get);
    }

    /** The subclass, which is read first, wins. */
    private void readOverrides(ClassView view) {
        view.annotations()
                .get(AUDITED)
                .ifPresent(audited -> audited.types("auditParents")
                        .forEach(parent -> classes.putIfAbsent(reader.erasedName(parent), true)));
        for (AnnotationView override : view.annotations().all(OVERRIDE)) {
            override.type("forClass")
                    .map(reader::erasedName)
                    .ifPresent(type -> override.text("name")
                            .ifPresentOrElse(
                                    name -> attributes.putIfAbsent(type + "#" + name, override.bool("isAudited")),
                                    () -> classes.putIfAbsent(type, override.bool("isAudited"))));
        }
    }

    /** Whether the entity is audited: it says so, or an attribute of it does. */
    boolean any(List<BoundProperty> own) {
        return entity.has(AUDITED) || own.stream().anyMatch(this::contains);
    }

    /** Whether an attribute of the entity itself is audited. */
    boolean contains(BoundProperty property) {
        if (property.isSynthetic() || property.member().isEmpty()) {
            return false;
        }
        Member member = property.member().get();
        String declaring = member.declaring().getQualifiedName().toString();
        Optional<Boolean> overridden = Optional.ofNullable(attributes.get(declaring + "#" + property.name()));
        if (overridden.isPresent()) {
            return overridden.get() && isRead(member);
        }
        return isRead(member) && !member.has(NOT_AUDITED) && (member.has(AUDITED) || isAudited(declaring));
    }

    private boolean isRead(Member member) {
        return !(settings.skipsVersions() && member.has(VERSION));
    }

    private boolean isAudited(String declaring) {
        Optional<Boolean> overridden = Optional.ofNullable(classes.get(declaring));
        boolean stated =
                reader.classNamed(declaring).filter(view -> view.has(AUDITED)).isPresent();
        return stated ? overridden.orElse(true) : overridden.orElse(false);
    }

    /** The attributes of an embeddable that are audited where the attribute that holds it is. */
    static List<BoundProperty> within(ComponentValue component, Annotations holder) {
        return component.properties().stream()
                .filter(property -> property.member()
                        .filter(member -> !member.has(NOT_AUDITED))
                        .isPresent())
                .filter(property -> holder.all(OVERRIDE).stream()
                        .filter(override -> override.string("name").equals(property.name()))
                        .allMatch(override -> override.bool("isAudited")))
                .toList();
    }

    /** The column that says whether an attribute was modified, where there is to be one. */
    Optional<String> modifiedFlag(BoundProperty property) {
        Optional<AnnotationView> stated = property.member()
                .flatMap(member -> member.annotations().get(AUDITED))
                .or(() -> property.member()
                        .flatMap(member -> reader.classOf(member.declaring()))
                        .flatMap(view -> view.annotations().get(AUDITED)));
        boolean flagged = stated.filter(audited -> audited.isSet("withModifiedFlag"))
                .map(audited -> audited.bool("withModifiedFlag"))
                .orElse(settings.hasModifiedFlags());
        return Optional.of(property.name())
                .filter(name -> flagged)
                .map(name -> stated.flatMap(audited -> audited.text("modifiedColumnName"))
                        .orElse(name + settings.modifiedSuffix()));
    }
}
