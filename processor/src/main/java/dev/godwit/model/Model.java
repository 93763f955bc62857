package dev.godwit.model;

import dev.godwit.data.DeclaredData;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entities of a compilation as the mapping read them.
 *
 * @param schema what Hibernate would create
 * @param origins where each table, column and sequence comes from; what no attribute causes is absent
 * @param generatedNames constraints and indexes whose name Hibernate generated, so that another name on the same
 *     structure is no difference
 * @param renames what the entities declare by {@code @RenamedFrom}, effective or not
 * @param backfills what the entities declare by {@code @Backfill}, effective or not
 * @param moves what the entities declare by {@code @MovedFrom}, effective or not
 * @param hierarchies entities that inherit from one another
 * @param data the rows that belong to the schema; empty: whatever the snapshot has
 */
public record Model(
        Schema schema,
        Map<Ref, Origin> origins,
        Set<ConstraintRef> generatedNames,
        List<DeclaredRename> renames,
        Backfills backfills,
        List<DeclaredMove> moves,
        List<MappedHierarchy> hierarchies,
        Optional<DeclaredData> data) {

    /** A constraint or index of a table, by its name. */
    public record ConstraintRef(QualifiedName table, Identifier constraint) {}

    public Model {
        origins = Map.copyOf(origins);
        generatedNames = Set.copyOf(generatedNames);
        renames = List.copyOf(renames);
        moves = List.copyOf(moves);
        hierarchies = List.copyOf(hierarchies);
    }

    /** Entities alone, without a word about rows, and with nothing that moves. */
    public Model(
            Schema schema,
            Map<Ref, Origin> origins,
            Set<ConstraintRef> generatedNames,
            List<DeclaredRename> renames,
            Backfills backfills) {
        this(schema, origins, generatedNames, renames, backfills, List.of(), List.of(), Optional.empty());
    }

    /** The same entities, with another schema. */
    public Model withSchema(Schema other) {
        return new Model(other, origins, generatedNames, renames, backfills, moves, hierarchies, data);
    }

    /** The same entities, with what is known of those that inherit from one another. */
    public Model withHierarchies(List<MappedHierarchy> known) {
        return new Model(schema, origins, generatedNames, renames, backfills, moves, known, data);
    }

    /** The same entities, with the rows that belong to their schema. */
    public Model withData(DeclaredData rows) {
        return new Model(schema, origins, generatedNames, renames, backfills, moves, hierarchies, Optional.of(rows));
    }
}
