package dev.godwit.referee;

import dev.godwit.dialect.Dialect;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.project.settings.ClassPath;
import dev.godwit.referee.boot.BootRequest;
import dev.godwit.referee.boot.SchemaBoot;
import dev.godwit.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the user's own Hibernate what schema it would create, and compares.
 *
 * <p>Hibernate runs in this JVM, in a class loader of its own, without a connection. Nothing of it stays behind.
 */
public final class Referee {

    private static final String HIBERNATE = "org.hibernate.boot.MetadataSources";

    /** The version of Hibernate on a class path. */
    public static Optional<String> hibernateVersion(ClassPath classPath) {
        return classPath.versionOf(HIBERNATE);
    }

    /** The line that a version belongs to; empty where its rules are not known. */
    public static Optional<HibernateLine> line(String version) {
        if (version.startsWith("6.6.")) {
            return Optional.of(HibernateLine.V6_6);
        }
        return version.startsWith("7.") ? Optional.of(HibernateLine.V7) : Optional.empty();
    }

    /** Compares for every target. Never fails: why something could not be compared is among the verdict's notes. */
    public Verdict judge(Question question) {
        if (!question.classPath().holds(HIBERNATE)) {
            return Verdict.none(Optional.empty(), RefereeMessages.noHibernate());
        }
        Optional<String> known = hibernateVersion(question.classPath());
        String version = known.orElse("of an unknown version");
        Optional<HibernateLine> line = known.flatMap(Referee::line);
        if (line.isEmpty()) {
            return Verdict.none(known, RefereeMessages.unknownLine(version));
        }
        HibernateLine expected = question.settings().hibernate();
        if (line.get() != expected) {
            return Verdict.none(known, RefereeMessages.otherLine(version, expected.text()));
        }
        try {
            return compare(question, version);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Verdict.none(known, RefereeMessages.cannotBoot(version, RootCause.sentence(e)));
        }
    }

    private static Verdict compare(Question question, String version) throws ReflectiveOperationException {
        List<Disagreement> disagreements = new ArrayList<>();
        int facts = 0;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (HibernateLoader loader = new HibernateLoader(question.classPath())) {
            thread.setContextClassLoader(loader);
            SchemaBoot boot = loader.boot();
            for (Target target : question.targets()) {
                Dialect dialect = target.dialect();
                Schema theirs = without(question, boot.schema(request(question, target)));
                Facts found = FactFinder.find(theirs, dialect).facts();
                FactFinder.Found ours = FactFinder.find(without(question, question.schema()), dialect);
                facts += found.size();
                disagreements.addAll(new Comparison(target.product(), found, ours, question.origins()).disagreements());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
        return new Verdict(Optional.of(version), facts, Comparison.merged(disagreements), List.of());
    }

    private static Schema without(Question question, Schema schema) {
        Schema rest = schema;
        for (var table : schema.tables().keySet()) {
            rest = question.isExcluded(table.name().text()) ? rest.minusTable(table) : rest;
        }
        for (var sequence : schema.sequences().keySet()) {
            rest = question.isExcluded(sequence.name().text()) ? rest.minusSequence(sequence) : rest;
        }
        return rest;
    }

    private static BootRequest request(Question question, Target target) {
        Settings settings = question.settings();
        Map<String, String> properties = new LinkedHashMap<>(settings.properties());
        properties.remove("hibernate.dialect");
        properties.put("jakarta.persistence.database-product-name", target.product());
        properties.put("jakarta.persistence.database-product-version", target.major() + "." + target.minor());
        properties.put("jakarta.persistence.database-major-version", String.valueOf(target.major()));
        properties.put("jakarta.persistence.database-minor-version", String.valueOf(target.minor()));
        if (settings.naming() instanceof Naming.Classes classes) {
            properties.put("hibernate.implicit_naming_strategy", classes.implicit());
            properties.put("hibernate.physical_naming_strategy", classes.physical());
        }
        ManagedTypes types = question.types();
        return new BootRequest(
                types.classes(),
                types.packages(),
                types.mappingFiles(),
                properties,
                settings.naming() == Naming.Convention.SPRING,
                settings.beanValidation());
    }
}
