package dev.godwit.mapping.read;

import javax.lang.model.element.Element;

/** What stands over the annotations in source, such as a mapping file: it may add to them or replace them. */
public interface Overlay {

    Overlay NONE = (element, annotations, reader) -> annotations;

    /**
     * The annotations that hold for an element.
     *
     * @param annotations those in source or byte code
     */
    Annotations over(Element element, Annotations annotations, ModelReader reader);

    /** What is declared for the persistence unit as a whole, such as a generator outside of any class. */
    default Annotations unit(ModelReader reader) {
        return Annotations.NONE;
    }
}
