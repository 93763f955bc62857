package dev.godwit.referee;

import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import java.util.List;
import java.util.Set;

/** The classes of the model zoo, and what Hibernate says about them. */
public final class Zoo {

    private static final List<String> ONLY_7 =
            List.of(".Embeddables$", ".CollectionIds$", ".SoftDeletedAny$", ".TableDetails$");

    private Zoo() {}

    /** Binary names; without those that use annotations which the line does not have. */
    public static List<String> classes(HibernateLine line) {
        return types(line).classes();
    }

    private static ManagedTypes types(HibernateLine line) {
        ManagedTypes all = ClassPaths.managedTypes(dev.godwit.zoo.Marker.class);
        return new ManagedTypes(
                all.classes().stream()
                        .filter(name ->
                                line == HibernateLine.V7 || ONLY_7.stream().noneMatch(name::contains))
                        .toList(),
                List.of(),
                List.of());
    }

    public static Verdict judge(Model model, Settings settings) {
        return judge(model, settings, types(settings.hibernate()));
    }

    /** What Hibernate says about a model that consists of these types. */
    public static Verdict judge(Model model, Settings settings, ManagedTypes types) {
        return new Referee()
                .judge(new Question(
                        settings.hibernate() == HibernateLine.V7 ? ClassPaths.hibernate7() : ClassPaths.hibernate66(),
                        types,
                        settings,
                        model.schema(),
                        model.origins(),
                        Target.DEFAULTS,
                        Set.of()));
    }
}
