package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.ForeignKeyChoice;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.schema.ForeignKey.Action;
import java.util.Optional;

/** Reads {@code @ForeignKey} and {@code @OnDelete}. */
final class ForeignKeyReader {

    /** Full key of the setting that leaves out foreign keys which no annotation asks for. */
    private static final String DEFAULT_MODE = "hibernate.hbm2ddl.default_constraint_mode";

    private final Binding binding;

    ForeignKeyReader(Binding binding) {
        this.binding = binding;
    }

    /** The foreign key of a reference, as stated at the attribute or in its join columns. */
    ForeignKeyChoice ofToOne(Attribute attribute, Optional<AnnotationView> stated, boolean disabled) {
        Optional<AnnotationView> nested = attribute
                .get(Jpa.JOIN_COLUMN)
                .filter(view -> attribute.get(Jpa.JOIN_COLUMNS).isEmpty())
                .or(() -> attribute.get(Jpa.JOIN_COLUMNS))
                .flatMap(view -> view.annotation("foreignKey"));
        ForeignKeyChoice choice = of(stated, nested).onDelete(onDelete(attribute));
        return disabled ? choice.disabled() : choice;
    }

    /** What one annotation says, or else another within it. */
    ForeignKeyChoice of(Optional<AnnotationView> stated, Optional<AnnotationView> nested) {
        if (stated.filter(this::isNone).isPresent()
                || nested.filter(this::isNone).isPresent()) {
            return ForeignKeyChoice.DEFAULT.disabled();
        }
        if (stated.isEmpty() && isOffByDefault()) {
            return ForeignKeyChoice.DEFAULT.disabled();
        }
        return stated.or(() -> nested).map(this::choice).orElse(ForeignKeyChoice.DEFAULT);
    }

    boolean isNone(AnnotationView view) {
        String mode = view.constant("value");
        return mode.equals("NO_CONSTRAINT") || (mode.equals("PROVIDER_DEFAULT") && isOffByDefault());
    }

    private boolean isOffByDefault() {
        return "NO_CONSTRAINT"
                .equalsIgnoreCase(binding.settings().properties().getOrDefault(DEFAULT_MODE, "CONSTRAINT"));
    }

    ForeignKeyChoice choice(AnnotationView view) {
        return new ForeignKeyChoice(
                true,
                view.text("name").map(binding::identifier),
                view.text("foreignKeyDefinition"),
                view.text("options"),
                Action.NO_ACTION);
    }

    static Action onDelete(Attribute attribute) {
        return attribute.get(Hib.ON_DELETE).map(ForeignKeyReader::action).orElse(Action.NO_ACTION);
    }

    static Action action(AnnotationView onDelete) {
        return switch (onDelete.constant("action")) {
            case "CASCADE" -> Action.CASCADE;
            case "SET_NULL" -> Action.SET_NULL;
            case "SET_DEFAULT" -> Action.SET_DEFAULT;
            case "RESTRICT" -> Action.RESTRICT;
            default -> Action.NO_ACTION;
        };
    }
}
