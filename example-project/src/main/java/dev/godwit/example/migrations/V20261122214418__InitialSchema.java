package dev.godwit.example.migrations;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.date;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestampUtc;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.MigrationInfo;
import dev.godwit.SchemaChanges;
import dev.godwit.SequenceSpec;

/**
 * Initial schema. Why: The shop opens.
 * <ul>
 *   <li>customers_SEQ: create the sequence (online)
 *   <li>order_lines_SEQ: create the sequence (online)
 *   <li>orders_SEQ: create the sequence (online)
 *   <li>products_SEQ: create the sequence (online)
 *   <li>reviews_SEQ: create the sequence (online)
 *   <li>books: create with 3 columns (online)
 *   <li>categories: create with 3 columns (online)
 *   <li>customers: create with 4 columns (online)
 *   <li>gadgets: create with 2 columns (online)
 *   <li>order_lines: create with 4 columns (online)
 *   <li>orders: create with 5 columns (online)
 *   <li>product_categories: create with 2 columns (online)
 *   <li>product_tags: create with 2 columns (online)
 *   <li>products: create with 5 columns (online)
 *   <li>reviews: create with 6 columns (online)
 *   <li>suppliers: create with 2 columns (online)
 *   <li>books: foreign key on (id) to products (online)
 *   <li>categories: foreign key on (parent_id) to categories (online)
 *   <li>gadgets: foreign key on (id) to products (online)
 *   <li>order_lines: foreign key on (order_id) to orders (online)
 *   <li>order_lines: foreign key on (product_id) to products (online)
 *   <li>orders: foreign key on (customer_id) to customers (online)
 *   <li>product_categories: foreign key on (category_id) to categories (online)
 *   <li>product_categories: foreign key on (product_id) to products (online)
 *   <li>product_tags: foreign key on (product_id) to products (online)
 *   <li>products: foreign key on (supplier_id) to suppliers (online)
 *   <li>reviews: foreign key on (author_id) to customers (online)
 *   <li>reviews: foreign key on (product_id) to products (online)
 * </ul>
 */
@MigrationInfo(
        version = "20261122214418",
        description = "initial schema"
)
public final class V20261122214418__InitialSchema implements Migration {
    @Override
    public void up(SchemaChanges schema) {
        createCustomersSeq(schema);
        createOrderLinesSeq(schema);
        createOrdersSeq(schema);
        createProductsSeq(schema);
        createReviewsSeq(schema);
        createBooks(schema);
        createCategories(schema);
        createCustomers(schema);
        createGadgets(schema);
        createOrderLines(schema);
        createOrders(schema);
        createProductCategories(schema);
        createProductTags(schema);
        createProducts(schema);
        createReviews(schema);
        createSuppliers(schema);
        changeBooks(schema);
        changeCategories(schema);
        changeGadgets(schema);
        changeOrderLines(schema);
        changeOrders(schema);
        changeProductCategories(schema);
        changeProductTags(schema);
        changeProducts(schema);
        changeReviews(schema);
    }

    @Override
    public void down(SchemaChanges schema) {
        changeBooks2(schema);
        changeGadgets2(schema);
        changeOrderLines2(schema);
        changeOrders2(schema);
        changeProductCategories2(schema);
        changeProductTags2(schema);
        changeProducts2(schema);
        changeReviews2(schema);
        dropBooks(schema);
        dropCategories(schema);
        dropCustomers(schema);
        dropGadgets(schema);
        dropOrderLines(schema);
        dropOrders(schema);
        dropProductCategories(schema);
        dropProductTags(schema);
        dropProducts(schema);
        dropReviews(schema);
        dropSuppliers(schema);
        dropCustomersSeq(schema);
        dropOrderLinesSeq(schema);
        dropOrdersSeq(schema);
        dropProductsSeq(schema);
        dropReviewsSeq(schema);
    }

    private static void createCustomersSeq(SchemaChanges schema) {
        schema.createSequence("customers_SEQ", SequenceSpec.incrementBy(50));
    }

    private static void createOrderLinesSeq(SchemaChanges schema) {
        schema.createSequence("order_lines_SEQ", SequenceSpec.incrementBy(50));
    }

    private static void createOrdersSeq(SchemaChanges schema) {
        schema.createSequence("orders_SEQ", SequenceSpec.incrementBy(50));
    }

    private static void createProductsSeq(SchemaChanges schema) {
        schema.createSequence("products_SEQ", SequenceSpec.incrementBy(50));
    }

    private static void createReviewsSeq(SchemaChanges schema) {
        schema.createSequence("reviews_SEQ", SequenceSpec.incrementBy(50));
    }

    private static void createBooks(SchemaChanges schema) {
        schema.createTable("books", t -> t
                .column("id", bigint().notNull())
                .column("isbn", varchar(13))
                .column("author", varchar(255))
                .primaryKey("id"));
    }

    private static void createCategories(SchemaChanges schema) {
        schema.createTable("categories", t -> t
                .column("id", integer().notNull().identity())
                .column("parent_id", integer())
                .column("name", varchar(60).notNull())
                .primaryKey("id"));
    }

    private static void createCustomers(SchemaChanges schema) {
        schema.createTable("customers", t -> t
                .column("id", bigint().notNull())
                .column("name", varchar(80).notNull())
                .column("address", varchar(400))
                .column("email", varchar(255).notNull())
                .primaryKey("id")
                .unique(key("email")));
    }

    private static void createGadgets(SchemaChanges schema) {
        schema.createTable("gadgets", t -> t
                .column("warrantyMonths", integer().notNull())
                .column("id", bigint().notNull())
                .primaryKey("id"));
    }

    private static void createOrderLines(SchemaChanges schema) {
        schema.createTable("order_lines", t -> t
                .column("quantity", integer().notNull())
                .column("id", bigint().notNull())
                .column("order_id", bigint().notNull())
                .column("product_id", bigint().notNull())
                .primaryKey("id"));
    }

    private static void createOrders(SchemaChanges schema) {
        schema.createTable("orders", t -> t
                .column("version", integer().notNull())
                .column("customer_id", bigint().notNull())
                .column("id", bigint().notNull())
                .column("placed", timestampUtc().notNull())
                .column("status", enumOf(20, "NEW", "PAID", "SHIPPED", "RETURNED").notNull())
                .primaryKey("id")
                .index("ix_orders_customer", "customer_id"));
    }

    private static void createProductCategories(SchemaChanges schema) {
        schema.createTable("product_categories", t -> t
                .column("category_id", integer().notNull())
                .column("product_id", bigint().notNull())
                .primaryKey("category_id", "product_id"));
    }

    private static void createProductTags(SchemaChanges schema) {
        schema.createTable("product_tags", t -> t
                .column("product_id", bigint().notNull())
                .column("tag", varchar(40))
                .unique(key("product_id", "tag")));
    }

    private static void createProducts(SchemaChanges schema) {
        schema.createTable("products", t -> t
                .column("price", numeric(12, 2).notNull())
                .column("stock", integer().notNull())
                .column("id", bigint().notNull())
                .column("supplier_id", uuid())
                .column("title", varchar(255).notNull())
                .primaryKey("id"));
    }

    private static void createReviews(SchemaChanges schema) {
        schema.createTable("reviews", t -> t
                .column("stars", integer().notNull())
                .column("written", date().notNull())
                .column("author_id", bigint().notNull())
                .column("id", bigint().notNull())
                .column("product_id", bigint().notNull())
                .column("text", varchar(2000))
                .primaryKey("id")
                .unique(key("product_id", "author_id").named("uk_reviews_once")));
    }

    private static void createSuppliers(SchemaChanges schema) {
        schema.createTable("suppliers", t -> t
                .column("id", uuid().notNull())
                .column("name", varchar(255).notNull())
                .primaryKey("id")
                .unique(key("name")));
    }

    private static void changeBooks(SchemaChanges schema) {
        schema.table("books").addForeignKey("FK9j4uiqn386hsddr160lym0sok", foreignKey("id").references("products", "id"));
    }

    private static void changeCategories(SchemaChanges schema) {
        schema.table("categories").addForeignKey("FKsaok720gsu4u2wrgbk10b5n8d", foreignKey("parent_id").references("categories", "id"));
    }

    private static void changeGadgets(SchemaChanges schema) {
        schema.table("gadgets").addForeignKey("FK7c4ypku4i1m3lhiec0p76phtt", foreignKey("id").references("products", "id"));
    }

    private static void changeOrderLines(SchemaChanges schema) {
        schema.table("order_lines")
                .addForeignKey("FK1smc0s578t2oih21yn9hw6usr", foreignKey("order_id").references("orders", "id"))
                .addForeignKey("FK5v1oeejtgtf2n3toppm3tkuhh", foreignKey("product_id").references("products", "id"));
    }

    private static void changeOrders(SchemaChanges schema) {
        schema.table("orders").addForeignKey("FKpxtb8awmi0dk6smoh2vp1litg", foreignKey("customer_id").references("customers", "id"));
    }

    private static void changeProductCategories(SchemaChanges schema) {
        schema.table("product_categories")
                .addForeignKey("FKd112rx0alycddsms029iifrih", foreignKey("category_id").references("categories", "id"))
                .addForeignKey("FKlda9rad6s180ha3dl1ncsp8n7", foreignKey("product_id").references("products", "id"));
    }

    private static void changeProductTags(SchemaChanges schema) {
        schema.table("product_tags").addForeignKey("FK5rk6s19k3risy7q7wqdr41uss", foreignKey("product_id").references("products", "id"));
    }

    private static void changeProducts(SchemaChanges schema) {
        schema.table("products").addForeignKey("FK6i174ixi9087gcvvut45em7fd", foreignKey("supplier_id").references("suppliers", "id"));
    }

    private static void changeReviews(SchemaChanges schema) {
        schema.table("reviews")
                .addForeignKey("FKj2k1huyue1l6mcrsa7rnp2d3v", foreignKey("author_id").references("customers", "id"))
                .addForeignKey("FKpl51cejpw4gy5swfar8br9ngi", foreignKey("product_id").references("products", "id"));
    }

    private static void changeBooks2(SchemaChanges schema) {
        schema.table("books").dropForeignKey("FK9j4uiqn386hsddr160lym0sok");
    }

    private static void changeGadgets2(SchemaChanges schema) {
        schema.table("gadgets").dropForeignKey("FK7c4ypku4i1m3lhiec0p76phtt");
    }

    private static void changeOrderLines2(SchemaChanges schema) {
        schema.table("order_lines")
                .dropForeignKey("FK1smc0s578t2oih21yn9hw6usr")
                .dropForeignKey("FK5v1oeejtgtf2n3toppm3tkuhh");
    }

    private static void changeOrders2(SchemaChanges schema) {
        schema.table("orders").dropForeignKey("FKpxtb8awmi0dk6smoh2vp1litg");
    }

    private static void changeProductCategories2(SchemaChanges schema) {
        schema.table("product_categories")
                .dropForeignKey("FKd112rx0alycddsms029iifrih")
                .dropForeignKey("FKlda9rad6s180ha3dl1ncsp8n7");
    }

    private static void changeProductTags2(SchemaChanges schema) {
        schema.table("product_tags").dropForeignKey("FK5rk6s19k3risy7q7wqdr41uss");
    }

    private static void changeProducts2(SchemaChanges schema) {
        schema.table("products").dropForeignKey("FK6i174ixi9087gcvvut45em7fd");
    }

    private static void changeReviews2(SchemaChanges schema) {
        schema.table("reviews")
                .dropForeignKey("FKj2k1huyue1l6mcrsa7rnp2d3v")
                .dropForeignKey("FKpl51cejpw4gy5swfar8br9ngi");
    }

    private static void dropBooks(SchemaChanges schema) {
        schema.dropTable("books");
    }

    private static void dropCategories(SchemaChanges schema) {
        schema.dropTable("categories");
    }

    private static void dropCustomers(SchemaChanges schema) {
        schema.dropTable("customers");
    }

    private static void dropGadgets(SchemaChanges schema) {
        schema.dropTable("gadgets");
    }

    private static void dropOrderLines(SchemaChanges schema) {
        schema.dropTable("order_lines");
    }

    private static void dropOrders(SchemaChanges schema) {
        schema.dropTable("orders");
    }

    private static void dropProductCategories(SchemaChanges schema) {
        schema.dropTable("product_categories");
    }

    private static void dropProductTags(SchemaChanges schema) {
        schema.dropTable("product_tags");
    }

    private static void dropProducts(SchemaChanges schema) {
        schema.dropTable("products");
    }

    private static void dropReviews(SchemaChanges schema) {
        schema.dropTable("reviews");
    }

    private static void dropSuppliers(SchemaChanges schema) {
        schema.dropTable("suppliers");
    }

    private static void dropCustomersSeq(SchemaChanges schema) {
        schema.dropSequence("customers_SEQ");
    }

    private static void dropOrderLinesSeq(SchemaChanges schema) {
        schema.dropSequence("order_lines_SEQ");
    }

    private static void dropOrdersSeq(SchemaChanges schema) {
        schema.dropSequence("orders_SEQ");
    }

    private static void dropProductsSeq(SchemaChanges schema) {
        schema.dropSequence("products_SEQ");
    }

    private static void dropReviewsSeq(SchemaChanges schema) {
        schema.dropSequence("reviews_SEQ");
    }
}
