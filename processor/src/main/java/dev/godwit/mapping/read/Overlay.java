package dev.godwit.mapping.read;

import javax.lang.model.element.Element;

/** What stands over the annotations in source, such as a mapping file: it may add to them or replace them. */
@FunctionalInterface
public interface Overlay {

    Overlay NONE = (element, annotations) -> annotations;

    Annotations over(Element element, Annotations annotations);
}
