package dev.godwit.project.settings;

import dev.godwit.mapping.Message;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the settings that decide the mapping in what a module is compiled with and in its resources.
 *
 * <p>Nothing is run and nothing is guessed: a value that only the running application knows (a profile, an environment
 * variable) is left out with a message.
 */
public final class SettingsDiscovery {

    private static final String HIBERNATE = "org.hibernate.boot.MetadataSources";
    private static final String PROVIDERS = "META-INF/services/jakarta.validation.spi.ValidationProvider";
    private static final String APPLY_TO_DDL = "hibernate.validator.apply_to_ddl";

    private final ClassPath classPath;
    private final StatedSettings stated;
    private final List<Note> notes = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();

    private SettingsDiscovery(ClassPath classPath, StatedSettings stated) {
        this.classPath = classPath;
        this.stated = stated;
        messages.addAll(stated.messages());
    }

    /**
     * The settings that are in effect.
     *
     * @param migrationsPackage recorded as it is
     * @param classPath what the module is compiled with
     * @param resources directories of resources, such as {@code src/main/resources}
     */
    public static Discovered discover(String migrationsPackage, ClassPath classPath, List<Path> resources) {
        return new SettingsDiscovery(classPath, StatedSettings.read(resources)).discover(migrationsPackage);
    }

    private Discovered discover(String migrationsPackage) {
        Naming naming = new NamingFinder(classPath, stated).find(notes::add, messages::add);
        boolean beanValidation = beanValidation();
        HibernateLine line = line();
        return new Discovered(
                new Settings(migrationsPackage, naming, beanValidation, line, properties()), notes, messages);
    }

    private boolean beanValidation() {
        Optional<Path> provider = classPath.entryWith(PROVIDERS);
        Optional<Stated> mode = stated.of(ValidationMode.KEY).or(() -> stated.of(ValidationMode.FORMER_KEY));
        Optional<Stated> suppressed =
                stated.of(APPLY_TO_DDL).filter(flag -> flag.value().equalsIgnoreCase("false"));
        ValidationMode effective = mode.map(this::mode).orElse(ValidationMode.AUTO);
        boolean on = switch (effective) {
            case AUTO -> provider.isPresent() && suppressed.isEmpty();
            case DDL -> suppressed.isEmpty();
            case CALLBACK, NONE -> false;
        };
        mode.filter(any -> effective == ValidationMode.DDL && provider.isEmpty())
                .map(SettingsMessages::noProvider)
                .ifPresent(messages::add);
        String where = suppressed
                .or(() -> mode)
                .map(decider -> "%s=%s in %s".formatted(decider.key(), decider.value(), decider.where()))
                .orElse(provider.map(jar -> jar.getFileName() + " is on the class path")
                        .orElse("no provider is on the class path"));
        notes.add(new Note(
                "beanValidation",
                on ? "on" : "off",
                where,
                on ? "@NotNull, @Size and others shape the schema" : "Bean Validation does not shape the schema"));
        return on;
    }

    private ValidationMode mode(Stated text) {
        return ValidationMode.of(text.value()).orElseGet(() -> {
            messages.add(SettingsMessages.unknownValue(text, "auto, callback, ddl or none"));
            return ValidationMode.AUTO;
        });
    }

    private HibernateLine line() {
        Optional<String> version = classPath.versionOf(HIBERNATE);
        HibernateLine line =
                version.filter(text -> text.matches("[0-6]\\..*")).isPresent() ? HibernateLine.V6_6 : HibernateLine.V7;
        version.filter(text -> !text.matches("(6\\.6|7\\.\\d+)\\..*"))
                .map(text -> SettingsMessages.unknownLine(text, line.text()))
                .ifPresent(messages::add);
        notes.add(new Note(
                "hibernate",
                line.text(),
                version.map(text -> "hibernate-core " + text + " is on the class path")
                        .orElse("hibernate-core is not on the class path"),
                "the rules of this line decide"));
        return line;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        for (Stated each : stated.all()) {
            KnownSetting.of(each.key()).ifPresent(setting -> property(setting, each, properties));
        }
        return properties;
    }

    private void property(KnownSetting setting, Stated text, Map<String, String> properties) {
        Optional<String> value = setting.canonical(text.value());
        value.ifPresentOrElse(
                canonical -> {
                    properties.put(setting.key(), canonical);
                    notes.add(new Note(setting.key(), canonical, text.where(), setting.meaning(canonical)));
                },
                () -> messages.add(SettingsMessages.unknownValue(text, setting.allowed())));
    }

    /**
     * What the project says now against what {@code schema.json} records: one message for all of it, which is what a
     * changed setting is, never a diff of every table.
     */
    public static Optional<Message> changed(Settings recorded, Settings effective) {
        List<String> differences = new ArrayList<>();
        difference("naming", recorded.naming().text(), effective.naming().text(), differences);
        difference("Bean Validation", onOff(recorded.beanValidation()), onOff(effective.beanValidation()), differences);
        difference(
                "Hibernate", recorded.hibernate().text(), effective.hibernate().text(), differences);
        TreeSet<String> keys = new TreeSet<>(recorded.properties().keySet());
        keys.addAll(effective.properties().keySet());
        for (String key : keys) {
            difference(
                    key,
                    recorded.properties().getOrDefault(key, "not set"),
                    effective.properties().getOrDefault(key, "not set"),
                    differences);
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(SettingsMessages.changed(differences));
    }

    private static String onOff(boolean value) {
        return value ? "on" : "off";
    }

    private static void difference(String what, String recorded, String effective, List<String> differences) {
        if (!recorded.equals(effective)) {
            differences.add("%s is %s there and %s in the project".formatted(what, recorded, effective));
        }
    }
}
