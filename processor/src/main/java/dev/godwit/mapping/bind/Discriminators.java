package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BasicValue;
import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.Formula;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.model.MappedHierarchy;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.schema.Check;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The columns that tell the classes of a hierarchy apart. */
final class Discriminators {

    private static final String IGNORE_EXPLICIT = "hibernate.discriminator.ignore_explicit_for_joined";
    private static final String CREATE_IMPLICIT = "hibernate.discriminator.implicit_for_joined";

    private final Binding binding;

    Discriminators(Binding binding) {
        this.binding = binding;
    }

    /** Gives the root of a hierarchy its discriminator, where it needs or states one. */
    void bindRoot(EntityHolder holder, Hierarchy.State state) {
        if (state.hasParents() || state.strategy() == Hierarchy.Strategy.TABLE_PER_CLASS) {
            return;
        }
        ClassView view = state.view();
        Optional<AnnotationView> stated = view.annotations().get(Jpa.DISCRIMINATOR_COLUMN);
        Optional<AnnotationView> formula = state.strategy() == Hierarchy.Strategy.SINGLE_TABLE
                ? view.annotations().get(Hib.DISCRIMINATOR_FORMULA)
                : Optional.empty();
        boolean wanted = state.strategy() == Hierarchy.Strategy.SINGLE_TABLE
                ? state.hasSiblings() || stated.isPresent() || formula.isPresent()
                : wantedForJoined(state, stated);
        if (wanted) {
            bind(holder, stated, formula);
        }
    }

    private boolean wantedForJoined(Hierarchy.State state, Optional<AnnotationView> stated) {
        return stated.isPresent() ? !isSet(IGNORE_EXPLICIT) : isSet(CREATE_IMPLICIT) && state.hasSiblings();
    }

    private boolean isSet(String setting) {
        return Boolean.parseBoolean(binding.settings().properties().get(setting));
    }

    private void bind(EntityHolder holder, Optional<AnnotationView> stated, Optional<AnnotationView> formula) {
        BoundEntity entity = holder.entity();
        BasicValue value = new BasicValue(entity.table());
        if (formula.isPresent()) {
            value.add(new Formula(formula.get().string("value")));
        } else {
            Name name = stated.flatMap(view -> view.text("name"))
                    .map(binding.naming()::column)
                    .orElseGet(binding.naming()::discriminatorColumn);
            link(column(stated, name), name, value, entity);
            binding.passes().general(() -> restrict(entity));
        }
        entity.discriminator(value);
    }

    private static void link(BoundColumn column, Name name, BasicValue value, BoundEntity entity) {
        BoundTable table = value.table();
        value.add(column);
        column.origin(new Origin(entity.name(), MappedHierarchy.DISCRIMINATOR));
        table.add(column);
        table.bindName(name.logical(), column.name());
    }

    private static BoundColumn column(Optional<AnnotationView> stated, Name name) {
        BoundColumn column =
                new BoundColumn().name(name.physical()).nullable(false).explicit(stated.isPresent());
        Type type = type(stated);
        column.type(() -> type);
        stated.ifPresent(
                view -> column.definition(view.text("columnDefinition")).options(view.text("options")));
        return column;
    }

    private static Type type(Optional<AnnotationView> stated) {
        return switch (kind(stated)) {
            case "CHAR" -> new Type.Sized(Type.Sized.Kind.CHAR, 1);
            case "INTEGER" -> new Type.Simple(Type.Simple.Kind.INTEGER);
            default ->
                new Type.Sized(
                        Type.Sized.Kind.VARCHAR,
                        stated.map(view -> view.integer("length"))
                                .filter(length -> length > 0)
                                .orElse(31));
        };
    }

    private static String kind(Optional<AnnotationView> stated) {
        return stated.map(view -> view.constant("discriminatorType")).orElse("STRING");
    }

    /** The value that stands for a class: stated, or made from its name. */
    static String valueOf(BoundEntity entity) {
        return entity.view()
                .annotations()
                .get(Jpa.DISCRIMINATOR_VALUE)
                .map(view -> view.string("value"))
                .orElseGet(() -> {
                    String kind = kind(entity.root().view().annotations().get(Jpa.DISCRIMINATOR_COLUMN));
                    return kind.equals("INTEGER")
                            ? String.valueOf(entity.jpaName().hashCode())
                            : entity.jpaName();
                });
    }

    /** A discriminator value in SQL. */
    static String literal(BoundEntity entity, String value) {
        Optional<AnnotationView> formula = entity.root().view().annotations().get(Hib.DISCRIMINATOR_FORMULA);
        Optional<AnnotationView> column = entity.root().view().annotations().get(Jpa.DISCRIMINATOR_COLUMN);
        String kind = formula.map(view -> view.constant("discriminatorType"))
                .filter(type -> !type.equals("STRING"))
                .orElseGet(() -> kind(column));
        return kind.equals("INTEGER") ? value : "'" + value.replace("'", "''") + "'";
    }

    /** The check that only known values are there, and whether null is one ({@code DiscriminatorColumnSecondPass}). */
    private void restrict(BoundEntity root) {
        List<BoundEntity> classes = new ArrayList<>(List.of(root));
        classes.addAll(root.descendants());
        List<String> values = classes.stream().map(Discriminators::valueOf).toList();
        BoundColumn column = root.discriminator().orElseThrow().columns().get(0);
        BoundColumn own = root.table().column(column).orElse(column);
        if (values.contains("null")) {
            own.nullable(true);
        }
        if (binding.settings().hibernate() == HibernateLine.V6_6
                || values.contains("not null")
                || isForced(root.view())) {
            return;
        }
        String list = classes.stream()
                .filter(entity -> !entity.view().element().getModifiers().contains(Modifier.ABSTRACT))
                .map(Discriminators::valueOf)
                .filter(value -> !value.equals("null") && !value.equals("not null"))
                .map(value -> literal(root, value))
                .collect(Collectors.joining(","));
        own.check(new Check(Optional.empty(), own.name() + " in (" + list + ")"));
    }

    /** Whether there may be values of no class, which queries then leave out. */
    private boolean isForced(ClassView root) {
        return root.annotations()
                        .get(Hib.DISCRIMINATOR_OPTIONS)
                        .filter(view -> view.bool("force"))
                        .isPresent()
                || isSet("hibernate.discriminator.force_in_select");
    }

    /** Gives an embeddable with subclasses its discriminator. */
    void bindEmbeddable(ComponentHolder holder, ClassView view, String attribute) {
        Optional<Hierarchy.State> state = binding.hierarchy().state(view);
        if (state.isEmpty()
                || state.get().hasParents()
                || binding.hierarchy().embeddableSubclasses(view).isEmpty()) {
            return;
        }
        Optional<AnnotationView> stated = view.annotations().get(Jpa.DISCRIMINATOR_COLUMN);
        BasicValue value = new BasicValue(holder.table());
        Optional<AnnotationView> formula = view.annotations().get(Hib.DISCRIMINATOR_FORMULA);
        if (formula.isPresent()) {
            value.add(new Formula(formula.get().string("value")));
        } else {
            Optional<AnnotationView> override = holder.columns(holder.path("{discriminator}"))
                    .flatMap(views -> views.stream().findFirst());
            Name name = override.or(() -> stated)
                    .flatMap(each -> each.text("name"))
                    .map(binding.naming()::column)
                    .orElseGet(() -> binding.naming().embeddableDiscriminatorColumn(attribute));
            link(column(override.or(() -> stated), name), name, value, holder.entity());
        }
        holder.component().discriminator(value);
    }
}
