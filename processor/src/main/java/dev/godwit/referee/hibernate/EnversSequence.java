package dev.godwit.referee.hibernate;

import dev.godwit.schema.Sequence;
import java.lang.reflect.Field;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.id.enhanced.SequenceStructure;

/**
 * The sequence of Envers' revisions, which Envers adds to the mapping as an object of its own kind
 * ({@code OrderedSequenceStructure}). It starts with 1.
 */
final class EnversSequence {

    private static final String TYPE = "org.hibernate.envers.enhanced.OrderedSequenceStructure$OrderedSequence";

    private EnversSequence() {}

    static boolean isOne(AuxiliaryDatabaseObject object) {
        return object.getClass().getName().equals(TYPE);
    }

    static Sequence read(AuxiliaryDatabaseObject object, Names names) {
        SequenceStructure structure = structure(object);
        return new Sequence(names.qualified(structure.getPhysicalName()), 1, structure.getIncrementSize());
    }

    private static SequenceStructure structure(AuxiliaryDatabaseObject object) {
        try {
            Field outer = object.getClass().getDeclaredField("this$0");
            outer.setAccessible(true);
            return (SequenceStructure) outer.get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
