package dev.godwit.mapping;

import dev.godwit.Backfill;
import dev.godwit.MovedFrom;
import dev.godwit.RenamedFrom;
import dev.godwit.mapping.read.AnnotationView;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.model.Backfills;
import dev.godwit.model.DeclaredMove;
import dev.godwit.model.DeclaredRename;
import dev.godwit.model.Model;
import dev.godwit.model.Origin;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads {@link RenamedFrom}, {@link Backfill} and {@link MovedFrom} from the classes and attributes that a schema comes
 * from.
 */
final class Annotated {

    private static final List<String> DECLARING =
            List.of(RenamedFrom.class.getName(), Backfill.class.getName(), MovedFrom.class.getName());

    /** The role of what a collection holds. */
    private static final String ELEMENT = "element";

    private final ModelReader reader;
    private final Set<DeclaredRename> renames = new LinkedHashSet<>();
    private final Map<Ref, String> values = new HashMap<>();
    private final Map<Ref, String> reverses = new HashMap<>();
    private final List<DeclaredMove> moves = new ArrayList<>();

    private Annotated(ModelReader reader) {
        this.reader = reader;
    }

    /** The model with what its classes and attributes declare. */
    static Model with(Model model, ModelReader reader) {
        Annotated annotated = new Annotated(reader);
        new TreeMap<>(model.origins()).forEach(annotated::read);
        return new Model(
                model.schema(),
                model.origins(),
                model.generatedNames(),
                List.copyOf(annotated.renames),
                new Backfills(annotated.values, annotated.reverses),
                annotated.moves,
                model.hierarchies(),
                Optional.empty());
    }

    private void read(Ref ref, Origin origin) {
        Optional<ClassView> entity = reader.classNamed(origin.entity());
        entity.flatMap(view -> view.annotations().get(RenamedFrom.class.getName()))
                .ifPresent(annotation -> renames.add(rename(origin.entity(), "", annotation)));
        Optional<ClassView> holder = entity;
        StringBuilder path = new StringBuilder();
        Optional<Member> last = Optional.empty();
        Optional<Member> holding = Optional.empty();
        for (Segment segment : Segment.of(origin.path())) {
            path.append(segment.separator()).append(segment.name());
            if (segment.isRole()) {
                holder = last.flatMap(member -> elementType(member, segment.name()));
                holding = last.filter(member -> segment.name().equals(ELEMENT));
                last = Optional.empty();
                continue;
            }
            last = holder.flatMap(view -> member(view, segment.name()));
            holding = last;
            holder = last.flatMap(member -> reader.classOf(member.declaredType()));
            String attribute = path.toString();
            last.flatMap(member -> member.annotations().get(RenamedFrom.class.getName()))
                    .ifPresent(annotation -> renames.add(rename(origin.entity(), attribute, annotation)));
        }
        if (ref.column().isPresent()) {
            last.flatMap(member -> member.annotations().get(Backfill.class.getName()))
                    .ifPresent(annotation -> backfill(ref, annotation));
            holding.flatMap(member -> member.annotations().get(MovedFrom.class.getName()))
                    .ifPresent(annotation -> move(ref, annotation));
        }
    }

    private void backfill(Ref ref, AnnotationView annotation) {
        annotation.text("value").ifPresent(expression -> values.put(ref, expression));
        List<String> reversed = annotation.strings("reverse");
        List<String> columns = annotation.strings("reverseColumn");
        for (int i = 0; i < reversed.size(); i++) {
            Ref column = i < columns.size() ? Ref.of(ref.object(), Identifier.of(columns.get(i))) : ref;
            reverses.put(column, reversed.get(i));
        }
    }

    private void move(Ref ref, AnnotationView annotation) {
        annotation
                .text("table")
                .ifPresent(table -> moves.add(new DeclaredMove(
                        ref,
                        QualifiedName.of(table),
                        annotation
                                .text("column")
                                .map(Identifier::of)
                                .or(ref::column)
                                .orElseThrow())));
    }

    private static DeclaredRename rename(String entity, String path, AnnotationView annotation) {
        return new DeclaredRename(
                entity,
                path,
                annotation.text("value"),
                annotation.text("column").or(() -> annotation.text("table")));
    }

    private Optional<ClassView> elementType(Member collection, String role) {
        TypeMirror type = collection.declaredType();
        if (type instanceof ArrayType array) {
            return reader.classOf(array.getComponentType());
        }
        List<? extends TypeMirror> arguments =
                type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        return reader.classOf(role.equals("key") ? arguments.get(0) : arguments.get(arguments.size() - 1));
    }

    /** An attribute may carry its annotations on its field or its getter. */
    private static Optional<Member> member(ClassView view, String name) {
        List<Member> found = new ArrayList<>();
        for (Optional<ClassView> at = Optional.of(view); at.isPresent(); at = at.flatMap(ClassView::superclass)) {
            ClassView here = at.get();
            Stream.of(here.fields(), here.getters(), here.components())
                    .flatMap(List::stream)
                    .filter(member -> member.name().equals(name))
                    .forEach(found::add);
        }
        return found.stream()
                .filter(member -> DECLARING.stream().anyMatch(member::has))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** A part of an attribute path: an attribute behind a dot, or the role of a collection's column behind a slash. */
    private record Segment(String separator, String name) {

        private static final Pattern PART = Pattern.compile("([./]?)([^./]+)");

        static List<Segment> of(String path) {
            List<Segment> segments = new ArrayList<>();
            Matcher parts = PART.matcher(path);
            while (parts.find()) {
                segments.add(new Segment(parts.group(1), parts.group(2)));
            }
            return segments;
        }

        boolean isRole() {
            return separator.equals("/");
        }
    }
}
