package dev.godwit.referee.hibernate;

import dev.godwit.referee.boot.BootRequest;
import dev.godwit.referee.boot.SchemaBoot;
import dev.godwit.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/**
 * Builds Hibernate's metadata without a connection and finishes it as a session factory would: Bean Validation's
 * constraints, columns in their final order, the mapping validated, and the creation script written, which settles
 * unique keys ({@code ColumnDefinitions.appendConstraints}).
 */
public final class HibernateBoot implements SchemaBoot {

    @Override
    public Schema schema(BootRequest request) {
        ClassLoader loader = HibernateBoot.class.getClassLoader();
        StandardServiceRegistryBuilder builder = new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build());
        // what hibernate.properties and the system's properties say is left out: the request holds what is in effect
        Reflect.get(builder, "clearSettings");
        settings(request).forEach(builder::applySetting);
        StandardServiceRegistry registry = builder.build();
        try {
            MetadataImplementor metadata = (MetadataImplementor) sources(request, registry, loader);
            if (request.beanValidation()) {
                ValidationDdl.apply(metadata, registry, settings(request));
            }
            metadata.orderColumns(true);
            metadata.validate();
            new SchemaCreatorImpl(registry).generateCreationCommands(metadata, true);
            return new RelationalModel(metadata, request.properties()).schema();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static Metadata sources(BootRequest request, StandardServiceRegistry registry, ClassLoader loader) {
        MetadataSources sources = new MetadataSources(registry);
        request.packages().forEach(sources::addPackage);
        request.mappingFiles().forEach(sources::addResource);
        for (String name : request.classes()) {
            try {
                sources.addAnnotatedClass(Class.forName(name, false, loader));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("Class %s is not on the class path".formatted(name), e);
            }
        }
        return sources.buildMetadata();
    }

    private static Map<String, Object> settings(BootRequest request) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (request.springNaming()) {
            settings.put(
                    "hibernate.physical_naming_strategy",
                    "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");
            settings.put("hibernate.implicit_naming_strategy", new SpringImplicitNames());
        }
        settings.putAll(request.properties());
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.cache.use_second_level_cache", "false");
        settings.put("jakarta.persistence.validation.mode", "none");
        settings.put("hibernate.resource.beans.container", new StubbingContainer());
        settings.put("hibernate.cdi.extensions", "true");
        return settings;
    }
}
