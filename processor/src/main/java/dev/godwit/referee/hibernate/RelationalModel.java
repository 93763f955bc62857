package dev.godwit.referee.hibernate;

import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import dev.godwit.schema.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;

/** Hibernate's relational model as a schema, as far as {@code SchemaCreatorImpl} would create it. */
final class RelationalModel {

    private final MetadataImplementor metadata;
    private final Names names;
    private final Tables tables;

    RelationalModel(MetadataImplementor metadata, Map<String, String> properties) {
        this.metadata = metadata;
        this.names = new Names(properties);
        this.tables = new Tables(metadata, names);
    }

    Schema schema() {
        Schema schema = Schema.EMPTY;
        Database database = metadata.getDatabase();
        for (Namespace namespace : database.getNamespaces()) {
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                schema = schema.plus(sequence(sequence));
            }
            for (Table table : namespace.getTables()) {
                if (table.isPhysicalTable() && !table.isView()) {
                    schema = tables.isSequence(table)
                            ? schema.plus(tables.sequence(table))
                            : schema.plus(tables.table(table));
                }
            }
            for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
                if (type instanceof UserDefinedObjectType struct) {
                    schema = schema.plus(struct(namespace, struct));
                }
            }
        }
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            if (EnversSequence.isOne(object)) {
                schema = schema.plus(EnversSequence.read(object, names));
            }
        }
        return schema;
    }

    private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
        return new Sequence(
                names.qualified(sequence.getName()),
                sequence.getInitialValue(),
                sequence.getIncrementSize(),
                Reflect.text(sequence, "getOptions"));
    }

    private Struct struct(Namespace namespace, UserDefinedObjectType type) {
        QualifiedName name = names.qualified(namespace, type.getNameIdentifier());
        Map<Identifier, Type> attributes = new LinkedHashMap<>();
        for (Column column : type.getColumns()) {
            attributes.put(Identifier.of(column.getQuotedName()), new Type.Native(column.getSqlType(metadata)));
        }
        return new Struct(name, attributes);
    }
}
