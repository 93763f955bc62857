package dev.godwit.mapping.bind;

import dev.godwit.mapping.bound.BasicValue;
import dev.godwit.mapping.bound.CollectionValue;
import dev.godwit.mapping.bound.CollectionValue.Kind;
import dev.godwit.mapping.bound.ComponentValue;
import dev.godwit.mapping.naming.Naming;
import dev.godwit.mapping.read.ClassView;
import dev.godwit.mapping.type.BasicSource.Role;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Binds elements that are no entities: basic values, embeddables, references to any entity. */
final class CollectionElements {

    private final Binding binding;
    private final EmbeddableBinder embeddables;
    private final AnyBinder anys;
    private final ColumnReader columnReader;

    CollectionElements(Binding binding, EmbeddableBinder embeddables, AnyBinder anys) {
        this.binding = binding;
        this.embeddables = embeddables;
        this.anys = anys;
        this.columnReader = new ColumnReader(binding);
    }

    void bind(CollectionSource source) {
        if (source.isManyToAny()) {
            source.elementColumns().origin(source.path() + "/element");
            source.collection()
                    .element(anys.value(
                            source.attribute(),
                            source.holder(),
                            source.elementColumns(),
                            source.collection().table(),
                            Nullability.NO_CONSTRAINT,
                            true));
        } else if (isEmbedded(source)) {
            bindEmbedded(source);
        } else {
            bindBasic(source);
        }
    }

    private boolean isEmbedded(CollectionSource source) {
        Attribute attribute = source.attribute();
        boolean map = source.collection().kind() == Kind.MAP;
        boolean overridden = attribute.all(Jpa.ATTRIBUTE_OVERRIDE).stream()
                .anyMatch(view -> !map || view.string("name").startsWith("value."));
        return attribute.has(Jpa.EMBEDDED)
                || (overridden && binding.types().classOf(source.elementType()).isPresent())
                || embeddables.isEmbeddable(source.elementType())
                || embeddedByUserType(source).isPresent();
    }

    private Optional<TypeMirror> embeddedByUserType(CollectionSource source) {
        return binding.userTypes().embeddable(source.attribute().annotations(), source.elementType());
    }

    private void bindEmbedded(CollectionSource source) {
        CollectionValue collection = source.collection();
        String name =
                source.isHibernateExtension() ? "element" : collection.kind() == Kind.MAP ? "value" : Naming.ELEMENT;
        collection.element(component(
                source,
                source.path(),
                name,
                embeddedByUserType(source).orElse(source.elementType()),
                source.attribute().name()));
    }

    /** An embeddable as element or key of a collection. */
    ComponentValue component(
            CollectionSource source, String path, String name, TypeMirror type, String discriminatorPrefix) {
        CollectionValue collection = source.collection();
        Optional<ClassView> view = binding.types().classOf(type);
        CollectionHolder holder = new CollectionHolder(collection, path, view, source.attribute(), source.holder());
        ClassView embeddable = view.orElseThrow();
        ComponentValue component = new ComponentValue(collection.owner(), collection.table(), embeddable.name(), false);
        ComponentHolder inner =
                new ComponentHolder(component, Holder.qualify(path, name), embeddable, Optional.empty(), holder);
        AccessKind access = AccessKind.stated(source.attribute().annotations()).orElseGet(() -> accessOf(source));
        embeddables.fill(inner, embeddable, type, discriminatorPrefix, access, false);
        component.sortProperties();
        return component;
    }

    private AccessKind accessOf(CollectionSource source) {
        return binding.holder(source.collection().owner().root()).access();
    }

    private void bindBasic(CollectionSource source) {
        CollectionValue collection = source.collection();
        Columns columns = columnReader.read(
                source.holder(),
                source.attribute(),
                Nullability.NO_CONSTRAINT,
                Role.ELEMENT,
                source.elementType(),
                source.attribute().get(Jpa.COLUMN));
        columns.table(collection.table());
        columns.origin(source.path() + "/element");
        BasicValue value = new BasicValue(collection.table());
        columns.link(value);
        collection.element(value);
    }
}
