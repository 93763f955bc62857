package dev.godwit.goal;

import dev.godwit.command.Report;
import dev.godwit.ledger.Ledger;
import dev.godwit.project.settings.Discovered;
import dev.godwit.project.settings.Note;
import dev.godwit.project.settings.SettingsDiscovery;
import dev.godwit.snapshot.Snapshot;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.KnownClasses;
import dev.godwit.tool.NewFiles;
import dev.godwit.tool.SourceReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Sets a module up that holds entities: an empty snapshot with the settings found, and an empty ledger. */
public final class Init {

    private final Optional<String> migrationsPackage;

    /** @param migrationsPackage {@code godwit.package}; else a package beside the entities */
    public Init(Optional<String> migrationsPackage) {
        migrationsPackage.ifPresent(PackageName::require);
        this.migrationsPackage = migrationsPackage;
    }

    /**
     * Writes nothing where there are no entities, or where the files exist.
     *
     * @throws dev.godwit.tool.ToolException when one of the files exists and the other does not
     */
    public Report run(BuildModule module) {
        if (module.isSetUp()) {
            module.requireBothFiles();
            return Report.of(
                    List.of("%s is there already; nothing is written. Settings are changed in that file."
                            .formatted(module.display(module.snapshot()))),
                    Map.of("written", List.of()));
        }
        List<String> entities = Stream.concat(
                        SourceReading.of(module.sources(), KnownClasses.listed(module), Init::entities)
                                .value()
                                .stream(),
                        KnownClasses.mappedEntities(module).stream())
                .distinct()
                .toList();
        if (entities.isEmpty()) {
            return Report.of(
                    List.of("There are no entities in this module; nothing is written."), Map.of("written", List.of()));
        }
        Discovered found = SettingsDiscovery.discover(
                migrationsPackage.orElseGet(() -> PackageName.beside(entities)),
                module.classPath(),
                List.of(module.resources()));
        NewFiles.write(Map.of(
                module.snapshot(), Snapshot.empty(found.settings()).text(),
                module.ledger(), Ledger.EMPTY.text()));
        return report(module, entities, found);
    }

    private static List<String> entities(ProcessingEnvironment environment, List<Element> managed) {
        return ElementFilter.typesIn(managed).stream()
                .filter(type -> type.getAnnotationMirrors().stream()
                        .anyMatch(mirror -> ((TypeElement)
                                        mirror.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals("jakarta.persistence.Entity")))
                .map(type -> environment.getElementUtils().getBinaryName(type).toString())
                .toList();
    }

    private static Report report(BuildModule module, List<String> entities, Discovered found) {
        List<String> written = List.of(module.display(module.snapshot()), module.display(module.ledger()));
        List<String> lines = new ArrayList<>();
        lines.add("%d %s found.".formatted(entities.size(), entities.size() == 1 ? "entity" : "entities"));
        written.forEach(file -> lines.add("Written: " + file));
        lines.add("Settings, which decide how entities map to tables (change them in schema.json):");
        lines.add("  package %s: where migrations are written"
                .formatted(found.settings().migrationsPackage()));
        found.notes().forEach(note -> lines.add("  " + note));
        found.messages().forEach(message -> lines.add(message.toString()));
        lines.add(
                "Next: godwit:accept makes the first migration (mvn clean compile shows it before). Commit these files.");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("entities", entities);
        facts.put("written", written);
        facts.put("settings", found.notes().stream().map(Note::toString).toList());
        return Report.of(lines, facts);
    }
}
