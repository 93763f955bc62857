package dev.godwit.traffic.manoeuvre;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static dev.godwit.schema.ForeignKey.Action.CASCADE;

import dev.godwit.ColumnSpec;
import dev.godwit.Migration;
import dev.godwit.NewTable;
import dev.godwit.SchemaChanges;

/** Creates what every old version has, and the columns of one manoeuvre. */
public abstract class Start implements Migration {

    /** Adds to customers what the manoeuvre is about. */
    protected abstract void columns(NewTable customers);

    /** Creates what else there is, behind customers. */
    protected void others(SchemaChanges schema) {}

    /** Drops what {@link #others} creates. */
    protected void withoutOthers(SchemaChanges schema) {}

    /** The type of keys, and of what refers to them. */
    protected ColumnSpec number() {
        return bigint();
    }

    /** The key of customers. */
    protected ColumnSpec key() {
        return number().notNull().identity();
    }

    @Override
    public final void up(SchemaChanges schema) {
        schema.createTable(
                "accounts",
                t -> t.column("id", number().notNull().identity())
                        .column("title", varchar(255).notNull())
                        .primaryKey("id"));
        schema.createTable("customers", t -> {
            t.column("id", key())
                    .column("account_id", number().notNull())
                    .column("stamp", bigint().notNull())
                    .column("note", varchar(255))
                    .primaryKey("id")
                    .index("ix_customers_account", "account_id");
            columns(t);
        });
        schema.table("customers")
                .addForeignKey(
                        "fk_customers_account",
                        foreignKey("account_id").references("accounts", "id").onDelete(CASCADE));
        others(schema);
    }

    @Override
    public final void down(SchemaChanges schema) {
        withoutOthers(schema);
        schema.dropTable("customers");
        schema.dropTable("accounts");
    }
}
