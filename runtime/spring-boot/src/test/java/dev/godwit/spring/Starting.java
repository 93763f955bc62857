package dev.godwit.spring;

import dev.godwit.ledger.Ledger;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.ClassUtils;

/** Applications that start, on the Spring Boot of the class path. */
final class Starting {

    private Starting() {}

    /** A release of an application, on a database. */
    static ApplicationContextRunner on(String url, String user, String password, Ledger ledger) {
        return new ApplicationContextRunner()
                .withClassLoader(new WithLedger(ledger))
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + password)
                .withPropertyValues("spring.datasource.type=" + SimpleDriverDataSource.class.getName());
    }

    /** With a data source alone, which starts fast. */
    static AutoConfigurations withADataSource() {
        return AutoConfigurations.of(
                moved("DataSourceAutoConfiguration"),
                moved("JdbcTemplateAutoConfiguration"),
                GodwitAutoConfiguration.class,
                GodwitEndpointAutoConfiguration.class,
                GodwitMetricsAutoConfiguration.class);
    }

    private static Class<?> moved(String name) {
        String four = "org.springframework.boot.jdbc.autoconfigure." + name;
        String three = "org.springframework.boot.autoconfigure.jdbc." + name;
        boolean isFour = ClassUtils.isPresent(four, Starting.class.getClassLoader());
        return ClassUtils.resolveClassName(isFour ? four : three, Starting.class.getClassLoader());
    }
}
