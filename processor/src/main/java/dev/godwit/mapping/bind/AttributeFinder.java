package dev.godwit.mapping.bind;

import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.read.Member;
import dev.godwit.mapping.read.ModelReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.type.DeclaredType;

/**
 * The persistent attributes that one class declares, as {@code org.hibernate.boot.model.internal.PropertyContainer}
 * finds them: what carries {@code @Access} first, then by the class' access type; in alphabetical order, those of a
 * plain record in the order of its components.
 */
final class AttributeFinder {

    private final ModelReader reader;
    private final TypeInfo types;

    AttributeFinder(ModelReader reader, TypeInfo types) {
        this.reader = reader;
        this.types = types;
    }

    List<Attribute> attributes(ClassView declaring, DeclaredType owner, AccessKind inherited) {
        AccessKind access = AccessKind.stated(declaring.annotations()).orElse(inherited);
        List<Attribute> attributes = new ArrayList<>();
        members(declaring, access)
                .forEach((name, member) -> attributes.add(
                        new Attribute(name, member, types.bound(reader.typeOf(member, owner)), declaring, owner)));
        return attributes;
    }

    private static Map<String, Member> members(ClassView view, AccessKind access) {
        List<Member> components = view.components();
        boolean plainRecord =
                !components.isEmpty() && components.size() == view.fields().size();
        Map<String, Member> found = plainRecord ? new LinkedHashMap<>() : new TreeMap<>();
        List.of(view.fields(), view.getters(), components)
                .forEach(members -> members.stream()
                        .filter(member -> !isTransient(member) && member.has(Jpa.ACCESS))
                        .forEach(member -> found.put(member.name(), member)));
        if (access == AccessKind.FIELD) {
            add(found, view.fields());
        } else {
            add(found, view.getters());
            add(found, components);
        }
        return found;
    }

    private static void add(Map<String, Member> found, List<Member> members) {
        members.stream()
                .filter(member -> !isTransient(member))
                .forEach(member -> found.putIfAbsent(member.name(), member));
    }

    private static boolean isTransient(Member member) {
        return member.has(Jpa.TRANSIENT);
    }
}
