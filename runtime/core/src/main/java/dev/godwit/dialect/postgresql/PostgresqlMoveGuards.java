package dev.godwit.dialect.postgresql;

import dev.godwit.dialect.phased.PhasedRefusals;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What triggers need that keep tables in step with one another. */
record PostgresqlMoveGuards(Site site) {

    /**
     * What is asked before they are created.
     *
     * @param subject what they see to, for people
     * @param owner whose schema gets their functions
     * @param known columns of which triggers of others know nothing but themselves
     */
    List<Guard> of(String subject, QualifiedName owner, Map<QualifiedName, List<Identifier>> known) {
        PostgresqlCatalog catalog = new PostgresqlCatalog(site.dialect());
        List<Guard> guards = new ArrayList<>();
        guards.add(new Guard(
                catalog.mayNotCreateBeside(site.progress().originOf(owner)),
                PhasedRefusals.mayNotCreateTriggers(
                        subject, "CREATE on the table's schema is missing, for their functions")));
        known.forEach((table, columns) -> columns.forEach(column -> guards.add(Guard.listing(
                catalog.triggers(
                        site.progress().originOf(table), site.progress().originOf(table, column)),
                PhasedRefusals.triggersName(table + "." + column)))));
        return guards;
    }
}
