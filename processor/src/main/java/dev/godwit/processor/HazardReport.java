package dev.godwit.processor;

import dev.godwit.change.DatabaseKind;
import dev.godwit.diff.Difference;
import dev.godwit.hazard.Finding;
import dev.godwit.hazard.Hazards;
import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.Message;
import dev.godwit.mapping.read.Place;
import dev.godwit.model.Model;
import dev.godwit.plan.Hazard;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells at the elements what the pending migration may do to those who use the database. */
final class HazardReport {

    private final Model model;
    private final Places places;
    private final Diagnostics diagnostics;

    HazardReport(Model model, Places places, Diagnostics diagnostics) {
        this.model = model;
        this.places = places;
        this.diagnostics = diagnostics;
    }

    /** What the difference itself has said about a table or column is not said twice. */
    void tell(Difference difference, Schema before) {
        Set<Ref> told = difference.findings().stream()
                .map(dev.godwit.diff.Finding::place)
                .collect(Collectors.toSet());
        Hazards.of(difference.up(), before, EnumSet.allOf(DatabaseKind.class)).stream()
                .filter(hazard -> !told.contains(hazard.place()))
                .forEach(this::tell);
    }

    private void tell(Finding hazard) {
        Message.Severity severity =
                hazard.hazard().compareTo(Hazard.COPIES_TABLE) < 0 ? Message.Severity.HINT : Message.Severity.WARNING;
        Ref at = hazard.place();
        Place place = Optional.ofNullable(model.origins().get(at))
                .or(() -> Optional.ofNullable(model.origins().get(Ref.of(at.object()))))
                .map(places::of)
                .orElse(Place.NOWHERE);
        diagnostics.report(new Message(severity, hazard.code(), text(hazard)), place);
    }

    private static String text(Finding hazard) {
        boolean everywhere = hazard.databases().size() == DatabaseKind.values().length;
        return everywhere
                ? hazard.message()
                : hazard.message() + " ("
                        + hazard.databases().stream()
                                .sorted()
                                .map(DatabaseKind::title)
                                .collect(Collectors.joining(", "))
                        + ")";
    }
}
