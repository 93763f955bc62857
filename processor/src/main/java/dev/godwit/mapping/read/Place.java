package dev.godwit.mapping.read;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Where a message belongs: an element, and where known the annotation on it and a value in that annotation.
 *
 * @param element empty: the compilation as a whole
 */
public record Place(Optional<Element> element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {

    public static final Place NOWHERE = new Place(Optional.empty(), Optional.empty(), Optional.empty());

    public static Place of(Element element) {
        return new Place(Optional.of(element), Optional.empty(), Optional.empty());
    }
}
