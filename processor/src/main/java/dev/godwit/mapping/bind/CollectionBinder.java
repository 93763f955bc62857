package dev.godwit.mapping.bind;

import dev.godwit.mapping.Messages;
import dev.godwit.mapping.bind.AttributeBinder.Context;
import dev.godwit.mapping.bound.BoundProperty;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.CollectionValue.Kind;
import dev.godwit.mapping.read.AnnotationView;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads collections of entities, basic values and embeddables, and schedules what needs the other entities
 * ({@code org.hibernate.boot.model.internal.CollectionBinder}).
 */
final class CollectionBinder {

    private static final String LIST_SEMANTICS = "hibernate.mapping.default_list_semantics";

    private final Binding binding;
    private final JoinColumnReader joinColumnReader;
    private final CollectionPass pass;

    CollectionBinder(Binding binding, EmbeddableBinder embeddables, AnyBinder anys) {
        this.binding = binding;
        this.joinColumnReader = new JoinColumnReader(binding);
        this.pass = new CollectionPass(binding, embeddables, anys);
    }

    void bind(Attribute attribute, Context context) {
        Holder holder = context.holder();
        if (!binding.types().isPlural(attribute.type()) && !attribute.has(Hib.COLLECTION_TYPE)) {
            throw new MappingException(
                    Messages.noCollection(
                            attribute.member().toString(), attribute.type().toString()),
                    attribute.place());
        }
        CollectionSource source = read(attribute, holder);
        BoundProperty property = AttributeBinder.property(attribute, source.collection());
        holder.add(property);
        boolean manyToManyInverse = source.isUnowned() && !source.isOneToMany();
        if (manyToManyInverse) {
            binding.inverse(
                    binding.types().nameOf(source.elementType()),
                    source.mappedBy().orElseThrow(),
                    attribute.name());
        }
        if (source.isUnowned()) {
            binding.passes().general(() -> pass.run(source));
        } else {
            binding.passes().generalFirst(() -> pass.run(source));
        }
    }

    private CollectionSource read(Attribute attribute, Holder holder) {
        Optional<String> mappedBy = attribute
                .get(Jpa.ONE_TO_MANY)
                .or(() -> attribute.get(Jpa.MANY_TO_MANY))
                .flatMap(view -> view.text("mappedBy"));
        CollectionValue collection = new CollectionValue(
                kind(attribute, mappedBy), holder.entity(), holder.path(attribute.name()), mappedBy.isPresent());
        Optional<AnnotationView> table = attribute.get(Jpa.COLLECTION_TABLE).or(() -> holder.joinTable(attribute));
        List<AnnotationView> keys =
                table.map(view -> view.annotations("joinColumns")).orElse(List.of());
        List<AnnotationView> elements = table.filter(view -> view.name().equals(Jpa.JOIN_TABLE))
                .map(view -> view.annotations("inverseJoinColumns"))
                .orElse(List.of());
        return new CollectionSource(
                attribute,
                holder,
                collection,
                elementType(attribute),
                mappedBy,
                foreignColumns(attribute, holder, mappedBy),
                joinColumnReader.ofJoinTable(holder, attribute, keys, mappedBy, true),
                joinColumnReader.ofJoinTable(holder, attribute, elements, mappedBy, true),
                table);
    }

    private Optional<JoinColumns> foreignColumns(Attribute attribute, Holder holder, Optional<String> mappedBy) {
        Optional<JoinColumns> stated =
                attribute.has(Hib.MANY_TO_ANY) ? Optional.empty() : joinColumnReader.stated(holder, attribute);
        if (stated.isPresent() || !attribute.hasAny(Jpa.ONE_TO_MANY, Jpa.ELEMENT_COLLECTION)) {
            return stated;
        }
        return Optional.of(joinColumnReader.read(holder, attribute, Optional.empty(), mappedBy));
    }

    private TypeMirror elementType(Attribute attribute) {
        return attribute
                .get(Jpa.ONE_TO_MANY)
                .or(() -> attribute.get(Jpa.MANY_TO_MANY))
                .flatMap(view -> view.type("targetEntity"))
                .or(() -> attribute.get(Jpa.ELEMENT_COLLECTION).flatMap(view -> view.type("targetClass")))
                .or(() -> attribute.get(Hib.TARGET_EMBEDDABLE).flatMap(view -> view.type("value")))
                .orElseGet(() -> binding.types().element(attribute.type()));
    }

    private Kind kind(Attribute attribute, Optional<String> mappedBy) {
        TypeMirror type = attribute.type();
        if (type.getKind() == TypeKind.ARRAY) {
            return Kind.ARRAY;
        }
        if (attribute.has(Hib.BAG)) {
            return Kind.BAG;
        }
        if (attribute.hasAny(
                Hib.COLLECTION_ID,
                Hib.COLLECTION_ID_JAVA_CLASS,
                Hib.COLLECTION_ID_JDBC_TYPE,
                Hib.COLLECTION_ID_JDBC_TYPE_CODE,
                Hib.COLLECTION_ID_JAVA_TYPE)) {
            return Kind.ID_BAG;
        }
        if (binding.types().isA(type, "java.util.List")) {
            return listKind(attribute, mappedBy);
        }
        if (binding.types().isA(type, "java.util.Set")) {
            return Kind.SET;
        }
        return binding.types().isMap(type) ? Kind.MAP : Kind.BAG;
    }

    private Kind listKind(Attribute attribute, Optional<String> mappedBy) {
        if (attribute.hasAny(
                Jpa.ORDER_COLUMN,
                Hib.LIST_INDEX_BASE,
                Hib.LIST_INDEX_JDBC_TYPE,
                Hib.LIST_INDEX_JDBC_TYPE_CODE,
                Hib.LIST_INDEX_JAVA_TYPE)) {
            return Kind.LIST;
        }
        if (attribute.hasAny(Jpa.ORDER_BY, Hib.SQL_ORDER) || mappedBy.isPresent()) {
            return Kind.BAG;
        }
        return "LIST".equalsIgnoreCase(binding.settings().properties().get(LIST_SEMANTICS)) ? Kind.LIST : Kind.BAG;
    }
}
