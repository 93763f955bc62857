package dev.godwit.drift;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A table in which another tool keeps what it did.
 *
 * @param table as the catalog has it
 */
public record ForeignHistory(Tool tool, String table) {

    /** Tools whose tables are known by their names. */
    public enum Tool {
        FLYWAY("Flyway", "flyway_schema_history", "schema_version"),
        LIQUIBASE("Liquibase", "databasechangelog", "databasechangeloglock"),
        TYPEORM("TypeORM", "migrations", "typeorm_metadata"),
        SEQUELIZE("Sequelize", "sequelizemeta", "sequelizedata"),
        PRISMA("Prisma", "_prisma_migrations");

        private final String text;
        private final String[] tables;

        Tool(String text, String... tables) {
            this.text = text;
            this.tables = tables;
        }

        private boolean keeps(String table) {
            return Arrays.asList(tables).contains(table.toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The tool that keeps a table of this name, if one is known. */
    static Optional<ForeignHistory> of(String subject) {
        String table = subject.substring(subject.lastIndexOf('.') + 1);
        return Arrays.stream(Tool.values())
                .filter(tool -> tool.keeps(table))
                .map(tool -> new ForeignHistory(tool, subject))
                .findFirst();
    }

    /** The table and whose it is. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(table, tool);
    }
}
