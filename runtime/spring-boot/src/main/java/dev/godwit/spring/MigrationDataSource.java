package dev.godwit.spring;

import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Decides which data source migrates. */
final class MigrationDataSource {

    private final GodwitProperties properties;

    MigrationDataSource(GodwitProperties properties) {
        this.properties = properties;
    }

    /**
     * What properties say comes first, then the marked data source, then the application's own. Connections by
     * properties are opened one by one: a pool for a few seconds would keep them.
     *
     * @param marked with {@link GodwitDataSource}
     * @param own the application's
     * @throws dev.godwit.engine.problem.EngineException when there is none
     */
    DataSource choose(Optional<DataSource> marked, Supplier<Optional<DataSource>> own) {
        if (properties.url() != null) {
            DataSourceBuilder<SimpleDriverDataSource> builder =
                    withUser(DataSourceBuilder.create().type(SimpleDriverDataSource.class));
            return builder.url(properties.url()).build();
        }
        DataSource base = marked.or(own).orElseThrow(SpringProblems::noDataSource);
        if (properties.user() == null) {
            return base;
        }
        return withUser(DataSourceBuilder.derivedFrom(base).type(SimpleDriverDataSource.class))
                .build();
    }

    private DataSourceBuilder<SimpleDriverDataSource> withUser(DataSourceBuilder<SimpleDriverDataSource> builder) {
        Optional.ofNullable(properties.user()).ifPresent(builder::username);
        Optional.ofNullable(properties.password()).ifPresent(builder::password);
        return builder;
    }
}
