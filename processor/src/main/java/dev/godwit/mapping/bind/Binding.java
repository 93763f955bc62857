package dev.godwit.mapping.bind;

import dev.godwit.mapping.Diagnostics;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.naming.Name;
import dev.godwit.mapping.naming.Naming;
import dev.godwit.mapping.read.ModelReader;
import dev.godwit.mapping.type.UserTypes;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.PackageElement;

/** What the binders share while one model is bound. */
final class Binding {

    private final ModelReader reader;
    private final TypeInfo types;
    private final Settings settings;
    private final Naming naming;
    private final Diagnostics diagnostics;
    private final Hierarchy hierarchy;
    private final List<PackageElement> packages;
    private final AttributeFinder finder;
    private final BasicColumns basicColumns;
    private final UserTypes userTypes;
    private final SecondPasses passes = new SecondPasses(this);
    private final SharedColumns sharedColumns = new SharedColumns();
    private final Map<String, BoundEntity> entities = new LinkedHashMap<>();
    private final Map<BoundEntity, EntityHolder> holders = new LinkedHashMap<>();
    private final Map<QualifiedName, BoundTable> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
    private final Map<QualifiedName, Origin> sequenceOrigins = new LinkedHashMap<>();
    private final Map<String, Attribute> toOneIds = new LinkedHashMap<>();
    private final Map<String, Attribute> mapsIds = new LinkedHashMap<>();
    private final Map<String, String> inverses = new LinkedHashMap<>();
    private final Map<String, String> propertyReferences = new LinkedHashMap<>();

    Binding(
            ModelReader reader,
            Settings settings,
            Naming naming,
            Diagnostics diagnostics,
            Hierarchy hierarchy,
            Collection<PackageElement> packages,
            BasicColumns basicColumns,
            UserTypes userTypes) {
        this.packages = List.copyOf(packages);
        this.reader = reader;
        this.types = new TypeInfo(reader);
        this.settings = settings;
        this.naming = naming;
        this.diagnostics = diagnostics;
        this.hierarchy = hierarchy;
        this.finder = new AttributeFinder(reader, types);
        this.basicColumns = basicColumns;
        this.userTypes = userTypes;
    }

    ModelReader reader() {
        return reader;
    }

    TypeInfo types() {
        return types;
    }

    Settings settings() {
        return settings;
    }

    Naming naming() {
        return naming;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    SharedColumns sharedColumns() {
        return sharedColumns;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    /** The packages whose annotations hold for the model. */
    List<PackageElement> packages() {
        return packages;
    }

    AttributeFinder finder() {
        return finder;
    }

    BasicColumns basicColumns() {
        return basicColumns;
    }

    UserTypes userTypes() {
        return userTypes;
    }

    SecondPasses passes() {
        return passes;
    }

    /** Runs a step; what cannot be bound is reported, and the rest goes on. */
    void guarded(Runnable step) {
        try {
            step.run();
        } catch (MappingException e) {
            diagnostics.report(e.message(), e.place());
        }
    }

    void add(BoundEntity entity, EntityHolder holder) {
        entities.put(entity.name(), entity);
        holders.put(entity, holder);
    }

    Optional<BoundEntity> entity(String name) {
        return Optional.ofNullable(entities.get(name));
    }

    Collection<BoundEntity> entities() {
        return entities.values();
    }

    EntityHolder holder(BoundEntity entity) {
        return holders.get(entity);
    }

    /** The table of this name, made where there is none yet. */
    BoundTable table(Optional<String> catalog, Optional<String> schema, Name name, Optional<BoundTable> included) {
        QualifiedName qualified = new QualifiedName(
                catalog.map(text -> naming.physical().catalog(identifier(text))),
                schema.map(text -> naming.physical().schema(identifier(text))),
                name.physical());
        return tables.computeIfAbsent(qualified, key -> new BoundTable(key, name.logical(), included));
    }

    Collection<BoundTable> tables() {
        return tables.values();
    }

    Identifier identifier(String text) {
        return naming.quoting().read(text);
    }

    void add(Sequence sequence, Origin origin) {
        if (sequences.putIfAbsent(sequence.name(), sequence) == null) {
            sequenceOrigins.put(sequence.name(), origin);
        }
    }

    Map<QualifiedName, Origin> sequenceOrigins() {
        return sequenceOrigins;
    }

    Collection<Sequence> sequences() {
        return sequences.values();
    }

    void toOneId(String entity, Attribute attribute) {
        toOneIds.put(entity + "#" + attribute.name(), attribute);
    }

    Optional<Attribute> toOneId(String entity, String attribute) {
        return Optional.ofNullable(toOneIds.get(entity + "#" + attribute));
    }

    /** @param attribute the attribute that {@code @MapsId} names, empty for the whole identifier */
    void mapsId(String entity, String attribute, Attribute association) {
        mapsIds.put(entity + "#" + attribute, association);
    }

    Optional<Attribute> mapsId(String entity, String attribute) {
        return Optional.ofNullable(mapsIds.get(entity + "#" + attribute));
    }

    /** Remembers that {@code inverse} of the target is mapped by {@code property} of the owner. */
    void inverse(String owner, String property, String inverse) {
        inverses.put(owner + "#" + property, inverse);
    }

    Optional<String> inverse(String owner, String property) {
        return Optional.ofNullable(inverses.get(owner + "#" + property));
    }

    void propertyReference(String entity, String property, String referenced) {
        propertyReferences.put(entity + "#" + property, referenced);
    }

    Optional<String> propertyReference(String entity, String property) {
        return Optional.ofNullable(propertyReferences.get(entity + "#" + property));
    }
}
