package dev.godwit.diff;

import dev.godwit.model.Backfills;
import dev.godwit.model.DeclaredRename;
import dev.godwit.model.Model;
import dev.godwit.model.Model.ConstraintRef;
import dev.godwit.model.Origin;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.Type.Temporal;
import dev.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * A model that people edit at random, release by release, as entities are edited: attributes come, go, get other names,
 * types and constraints, and refer to other entities. Every database can hold it.
 */
final class LivingModel {

    private static final List<Type> TYPES = List.of(
            new Simple(Simple.Kind.INTEGER),
            new Simple(Simple.Kind.BIGINT),
            new Simple(Simple.Kind.BOOLEAN),
            new Sized(Sized.Kind.VARCHAR, 40),
            new Sized(Sized.Kind.VARCHAR, 200),
            new Type.Numeric(12, 2),
            new Temporal(Temporal.Kind.TIMESTAMP, OptionalInt.of(6)),
            new EnumOf(EnumOf.Storage.NAME, List.of("GOLD", "SILVER"), 255, Optional.empty()));
    private static final List<Type> KEY_TYPES =
            List.of(new Simple(Simple.Kind.INTEGER), new Simple(Simple.Kind.BIGINT), new Type.Numeric(19, 0));

    private final Random random;
    private final List<Entity> entities = new ArrayList<>();
    private final List<DeclaredRename> renames = new ArrayList<>();
    private int number;

    private static final class Entity {
        private String entity;
        private String table;
        private Type keyType;
        private final List<Attribute> attributes = new ArrayList<>();
    }

    private static final class Attribute {
        private String path;
        private Type type;
        private Optional<Entity> target = Optional.empty();
        private boolean unique;
        private boolean indexed;
        private boolean checked;
        private boolean nullable = true;

        private String column() {
            return target.isPresent() ? path + "_id" : path;
        }

        private Type columnType() {
            return target.map(entity -> entity.keyType).orElse(type);
        }
    }

    LivingModel(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            addEntity();
        }
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void addEntity() {
        Entity entity = new Entity();
        entity.entity = "shop.E" + ++number;
        entity.table = "t" + number;
        entity.keyType = pick(KEY_TYPES);
        entities.add(entity);
        for (int i = 0; i < 4; i++) {
            addAttribute(entity);
        }
    }

    private void addAttribute(Entity entity) {
        Attribute attribute = new Attribute();
        attribute.path = "a" + ++number;
        attribute.type = pick(TYPES);
        if (random.nextInt(3) == 0) {
            attribute.target = Optional.of(pick(entities));
        }
        attribute.unique = random.nextInt(4) == 0;
        attribute.indexed = random.nextInt(4) == 0;
        attribute.checked = random.nextInt(4) == 0;
        attribute.nullable = random.nextBoolean();
        entity.attributes.add(attribute);
    }

    /** Some edits, after which earlier renames are done with. */
    void edit() {
        renames.clear();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            Entity entity = pick(entities);
            if (entity.attributes.isEmpty()) {
                addAttribute(entity);
            }
            edit(entity, pick(entity.attributes));
        }
    }

    private void edit(Entity entity, Attribute attribute) {
        switch (random.nextInt(12)) {
            case 0, 1 -> addAttribute(entity);
            case 2 -> entity.attributes.remove(attribute);
            case 3, 4 -> rename(entity, attribute);
            case 5 -> renameClass(entity);
            case 6 -> attribute.type = convertible(attribute.type, pick(TYPES));
            case 7 -> entity.keyType = pick(KEY_TYPES);
            case 8 -> attribute.unique = !attribute.unique;
            case 9 -> attribute.indexed = !attribute.indexed;
            case 10 -> attribute.nullable = !attribute.nullable;
            default -> addOrRemove(entity);
        }
    }

    /** The other type, if values can come and go between the two on every database. */
    private static Type convertible(Type type, Type other) {
        Set<TypeChange> both = EnumSet.of(TypeChange.between(type, other), TypeChange.between(other, type));
        return Set.of(TypeChange.FITS, TypeChange.NARROWS).containsAll(both) ? other : type;
    }

    private void rename(Entity entity, Attribute attribute) {
        if (renames.isEmpty()) {
            String from = attribute.path;
            attribute.path = "a" + ++number;
            renames.add(new DeclaredRename(entity.entity, attribute.path, Optional.of(from), Optional.empty()));
        }
    }

    private void renameClass(Entity entity) {
        if (renames.isEmpty()) {
            String from = entity.entity;
            entity.entity = "shop.E" + ++number;
            entity.table = "t" + number;
            renames.add(new DeclaredRename(entity.entity, "", Optional.of(from), Optional.empty()));
        }
    }

    private void addOrRemove(Entity entity) {
        boolean isReferred = entities.stream()
                .flatMap(each -> each.attributes.stream())
                .anyMatch(attribute -> attribute.target.filter(entity::equals).isPresent());
        if (isReferred || entities.size() < 3) {
            addEntity();
        } else {
            entities.remove(entity);
        }
    }

    Model model() {
        Schema schema = Schema.EMPTY;
        Map<Ref, Origin> origins = new HashMap<>();
        Set<ConstraintRef> generated = new HashSet<>();
        for (Entity entity : entities) {
            Table table = table(entity);
            schema = schema.plus(table);
            origins.put(Ref.of(table.name()), new Origin(entity.entity, ""));
            entity.attributes.forEach(attribute -> origins.put(
                    Ref.of(table.name(), Identifier.of(attribute.column())),
                    new Origin(entity.entity, attribute.path, attribute.target.map(target -> target.entity))));
            table.foreignKeys().forEach(key -> generated.add(new ConstraintRef(table.name(), key.name())));
            table.uniqueKeys()
                    .forEach(key -> generated.add(
                            new ConstraintRef(table.name(), key.name().orElseThrow())));
            table.indexes().forEach(index -> generated.add(new ConstraintRef(table.name(), index.name())));
        }
        return new Model(schema, origins, generated, renames, Backfills.NONE);
    }

    private static Table table(Entity entity) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("id", entity.keyType).withNullable(false));
        entity.attributes.forEach(attribute -> columns.add(
                Column.of(attribute.column(), attribute.columnType()).withNullable(attribute.nullable)));
        Table table = Table.of(QualifiedName.of(entity.table), columns)
                .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), List.of(Identifier.of("id")))));
        for (Attribute attribute : entity.attributes) {
            table = withConstraints(table, entity, attribute);
        }
        return table;
    }

    private static Table withConstraints(Table table, Entity entity, Attribute attribute) {
        List<Identifier> column = List.of(Identifier.of(attribute.column()));
        String suffix = entity.table + "_" + attribute.path;
        Table result = table;
        if (attribute.unique) {
            result = result.plus(new UniqueKey(Optional.of(Identifier.of("uk_" + suffix)), column, Optional.empty()));
        }
        if (attribute.indexed) {
            result = result.plus(Index.of(Identifier.of("ix_" + suffix), column));
        }
        if (attribute.checked) {
            result = result.plus(new Check(
                    Optional.of(Identifier.of("ck_" + suffix)), attribute.column() + " is not null or id > 0"));
        }
        if (attribute.target.isPresent()) {
            result = result.plus(new ForeignKey(
                    Identifier.of("fk_" + suffix),
                    column,
                    QualifiedName.of(attribute.target.get().table),
                    List.of(Identifier.of("id"))));
        }
        return result;
    }
}
