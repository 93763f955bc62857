package dev.godwit.mapping.naming;

/**
 * The names that one entity goes by.
 *
 * @param className qualified name of the class, with {@code $} before a nested one
 * @param entityName Hibernate's name of the entity; the class name for annotated classes
 * @param jpaName the name of {@code @Entity}, by default the simple class name
 */
public record EntityName(String className, String entityName, String jpaName) {

    public EntityName(String className, String jpaName) {
        this(className, className, jpaName);
    }

    /** The last part of the entity's name behind a dot, as Hibernate cuts it: {@code Outer$Inner} stays whole. */
    String unqualified() {
        return entityName.substring(entityName.lastIndexOf('.') + 1);
    }
}
