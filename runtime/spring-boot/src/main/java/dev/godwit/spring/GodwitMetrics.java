package dev.godwit.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** What the start of the application did to its database, as metrics. */
public final class GodwitMetrics implements MeterBinder {

    private final GodwitMigrator migrator;

    GodwitMetrics(GodwitMigrator migrator) {
        this.migrator = migrator;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "godwit.migrations.executed",
                        () -> migrator.report().migrations().size())
                .description("Migrations that the start of this instance carried out")
                .register(registry);
        TimeGauge.builder("godwit.run.time", () -> migrator.report().took().toNanos(), TimeUnit.NANOSECONDS)
                .description("How long migrating took when this instance started, waiting for others included")
                .register(registry);
    }
}
