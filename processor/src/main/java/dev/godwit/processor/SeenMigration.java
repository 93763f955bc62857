package dev.godwit.processor;

import dev.godwit.MigrationInfo;
import dev.godwit.mapping.read.Place;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A migration class with what its {@link MigrationInfo} says.
 *
 * @param type the class' qualified name
 * @param after empty for the first
 */
record SeenMigration(String type, String version, Optional<String> after, Place versionPlace, Place afterPlace) {

    /** The migration that a class is; empty without the annotation. */
    static Optional<SeenMigration> of(TypeElement element) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(MigrationInfo.class.getName()))
                .findFirst()
                .map(mirror -> of(element, mirror));
    }

    private static SeenMigration of(TypeElement element, AnnotationMirror info) {
        Optional<AnnotationValue> version = value(info, "version");
        Optional<AnnotationValue> after = value(info, "after");
        return new SeenMigration(
                element.getQualifiedName().toString(),
                text(version),
                Optional.of(text(after)).filter(text -> !text.isEmpty()),
                new Place(Optional.of(element), Optional.of(info), version),
                new Place(Optional.of(element), Optional.of(info), after));
    }

    private static Optional<AnnotationValue> value(AnnotationMirror info, String name) {
        return info.getElementValues().entrySet().stream()
                .filter(each -> each.getKey().getSimpleName().contentEquals(name))
                .map((Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each) -> each.getValue())
                .map(AnnotationValue.class::cast)
                .findFirst();
    }

    private static String text(Optional<AnnotationValue> value) {
        return value.map(each -> each.getValue().toString()).orElse("");
    }
}
