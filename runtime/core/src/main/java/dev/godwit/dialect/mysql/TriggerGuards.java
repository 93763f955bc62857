package dev.godwit.dialect.mysql;

import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.plan.Guard;
import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/** Questions about triggers: whether this user may create them, and which there are already. */
final class TriggerGuards {

    /** The user as the catalog writes it. */
    private static final String USER = "replace(concat('''', current_user(), ''''), '@', '''@''')";

    private final Dialect dialect;

    TriggerGuards(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Whatever keeps this user from creating triggers on a table.
     *
     * @param subject what they see to, for people
     */
    List<Guard> mayNotCreate(QualifiedName table, String subject) {
        return List.of(
                new Guard(
                        privilegeMissing(table),
                        PhasedRefusals.mayNotCreateTriggers(subject, "TRIGGER on the table is missing")),
                new Guard(
                        superMissing(),
                        PhasedRefusals.mayNotCreateTriggers(
                                subject,
                                "the server writes a binary log and wants SUPER for that, unless log_bin_trust_function_creators is on")));
    }

    /**
     * A query that is true when nothing grants TRIGGER. What comes by a role is not listed, so a user with one is taken at
     * his word, as is every user of a server that lists none.
     */
    private String privilegeMissing(QualifiedName table) {
        return """
                select current_role() is null and exists (select 1 from information_schema.user_privileges where grantee = %1$s) \
                and not exists (select 1 from information_schema.user_privileges where grantee = %1$s and privilege_type = 'TRIGGER') \
                and not exists (select 1 from information_schema.schema_privileges where grantee = %1$s \
                and privilege_type = 'TRIGGER' and %2$s like table_schema) \
                and not exists (select 1 from information_schema.table_privileges where grantee = %1$s \
                and privilege_type = 'TRIGGER' and table_schema = %2$s and table_name = %3$s)""".formatted(USER, database(table), literal(table.name()));
    }

    /** A query that is true when the server's binary log asks for a privilege that is not there. */
    private String superMissing() {
        return """
                select @@log_bin = 1 and @@log_bin_trust_function_creators = 0 and current_role() is null \
                and exists (select 1 from information_schema.user_privileges where grantee = %1$s) \
                and not exists (select 1 from information_schema.user_privileges where grantee = %1$s \
                and privilege_type = 'SUPER')""".formatted(USER);
    }

    /** A query for the triggers of a table, other than Godwit's, that name a column. */
    String triggersNaming(QualifiedName table, Identifier column) {
        String word = dialect.literal("\\b" + dialect.catalogName(column).replaceAll("[^\\p{L}\\p{N}_]", ".") + "\\b");
        return """
                select trigger_name as `trigger` from information_schema.triggers where event_object_schema = %s \
                and event_object_table = %s and trigger_name not like '%s%%' and action_statement regexp %s""".formatted(database(table), literal(table.name()), PhaseNames.PREFIX, word);
    }

    private String database(QualifiedName table) {
        return table.catalog().map(this::literal).orElse("database()");
    }

    private String literal(Identifier name) {
        return dialect.literal(dialect.catalogName(name));
    }
}
