package dev.godwit.mapping.audit;

import dev.godwit.mapping.bound.BoundColumn;
import dev.godwit.mapping.bound.BoundEntity;
import dev.godwit.mapping.bound.BoundForeignKey;
import dev.godwit.mapping.bound.BoundTable;
import dev.godwit.mapping.bound.BoundUniqueKey;
import dev.godwit.model.Origin;
import dev.godwit.schema.ForeignKey.Action;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The table of revisions, the application's own or Envers', and what refers to it ({@code RevisionInfoConfiguration}). */
final class Revisions {

    private static final String ENTITY = AuditedProperties.PACKAGE + "RevisionEntity";

    private static final int MICROSECONDS = 6;

    private static final int NAME_LENGTH = 255;

    /** By how much Hibernate's sequences grow unless told otherwise. */
    private static final int INCREMENT = 50;

    private final AuditSettings settings;
    private final AuditColumns columns;
    private final BoundTable table;
    private final Optional<BoundEntity> own;

    /** @param first the entity that the table of revisions is said to come from where it is Envers' */
    Revisions(AuditSettings settings, TableMaker maker, Collection<BoundEntity> entities, BoundEntity first) {
        this.settings = settings;
        this.columns = new AuditColumns(maker);
        this.own = entities.stream().filter(entity -> entity.view().has(ENTITY)).findFirst();
        this.table = own.map(BoundEntity::table).orElseGet(() -> envers(maker, first));
    }

    /** {@code REVINFO}; native numbers are an identity column on one database and a sequence on the other. */
    private BoundTable envers(TableMaker maker, BoundEntity first) {
        Origin origin = new Origin(first.name(), "");
        BoundTable info = maker.table(settings.catalog(), settings.schema(), "REVINFO", Optional.empty());
        BoundColumn number = columns.add(info, "REV", () -> new Type.Simple(Type.Simple.Kind.INTEGER));
        columns.add(info, "REVTSTMP", () -> new Type.Simple(Type.Simple.Kind.BIGINT));
        info.origin(origin);
        info.primaryKey(List.of(number));
        if (settings.hasNativeRevisions()) {
            number.identity(true);
            maker.add(maker.sequence("REVINFO_SEQ"), INCREMENT, origin);
        } else {
            // created as an auxiliary object, past the naming strategy
            maker.add(Identifier.of("REVISION_GENERATOR"), 1, origin);
        }
        if (settings.tracksEntities()) {
            changes(maker, info, first);
        }
        return info;
    }

    /** The names of the entities that a revision changed. */
    private void changes(TableMaker maker, BoundTable info, BoundEntity first) {
        BoundTable changes = maker.table(settings.catalog(), settings.schema(), "REVCHANGES", Optional.empty());
        changes.origin(new Origin(first.name(), ""));
        BoundColumn number = columns.add(changes, "REV", () -> new Type.Simple(Type.Simple.Kind.INTEGER));
        BoundColumn name =
                columns.add(changes, "ENTITYNAME", () -> new Type.Sized(Type.Sized.Kind.VARCHAR, NAME_LENGTH));
        List<BoundColumn> key = List.of(number, name);
        // Hibernate makes the name from the table of the owner
        changes.add(new BoundUniqueKey(Optional.of(maker.uniqueKey(info, key)), false, false, key, Optional.empty()));
        columns.refer(changes, List.of(number), info, first);
    }

    boolean areNumberedNatively() {
        return own.isEmpty() && settings.hasNativeRevisions();
    }

    /** A column that holds the number of a revision. */
    BoundColumn column(BoundTable audit, String name) {
        BoundColumn number = table.primaryKey().orElseThrow().get(0);
        BoundColumn same = table.column(number).orElse(number);
        BoundColumn column = columns.add(audit, name, same::type);
        column.definition(same.definition());
        return column;
    }

    /**
     * Adds what every audit table that is no subclass' has: the reference of its revision, the kind of change, the end of
     * its validity.
     */
    void tie(BoundTable audit, BoundEntity entity, boolean typeInKey) {
        BoundForeignKey key = columns.refer(audit, List.of(column(audit, settings.revision())), table, entity);
        if (settings.cascadesDeletes()) {
            key.onDelete(Action.CASCADE);
        }
        if (!typeInKey) {
            type(audit);
        }
        settings.revisionEnd().ifPresent(end -> columns.refer(audit, List.of(column(audit, end)), table, entity));
        addEndTime(audit);
    }

    /** The kind of change. */
    BoundColumn type(BoundTable audit) {
        return columns.add(audit, settings.revisionType(), () -> new Type.Simple(Type.Simple.Kind.TINYINT));
    }

    void addEndTime(BoundTable audit) {
        settings.revisionEndTime()
                .ifPresent(name -> columns.add(
                        audit,
                        name,
                        () -> settings.isRevisionEndTimeNumeric()
                                ? new Type.Simple(Type.Simple.Kind.BIGINT)
                                : new Type.Temporal(Type.Temporal.Kind.TIMESTAMP, OptionalInt.of(MICROSECONDS))));
    }
}
