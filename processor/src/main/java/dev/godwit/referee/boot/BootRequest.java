package dev.godwit.referee.boot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model to be mapped by Hibernate.
 *
 * @param classes binary names of the annotated classes
 * @param packages names of the packages whose {@code package-info} is annotated
 * @param mappingFiles resources on the class path, such as {@code META-INF/orm.xml}
 * @param properties Hibernate's settings, those that name a database product among them
 * @param springNaming whether Spring Boot's implicit naming strategy is used
 * @param beanValidation whether Bean Validation's constraints shape the schema
 */
public record BootRequest(
        List<String> classes,
        List<String> packages,
        List<String> mappingFiles,
        Map<String, String> properties,
        boolean springNaming,
        boolean beanValidation) {

    public BootRequest {
        classes = List.copyOf(classes);
        packages = List.copyOf(packages);
        mappingFiles = List.copyOf(mappingFiles);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
