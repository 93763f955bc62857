package dev.godwit.project;

import dev.godwit.change.Footprint;
import dev.godwit.data.ReferenceData;
import dev.godwit.diff.Finding;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.schema.QualifiedName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every message about a project's committed files, with its code. Codes are never used again for something else. */
final class ProjectMessages {

    private ProjectMessages() {}

    static ProjectProblem headsDiffer(Optional<Version> snapshot, Optional<Version> ledger) {
        return problem(
                "GW2601",
                "META-INF/godwit/schema.json stands at %s, and META-INF/godwit/migrations ends with %s. A merge may "
                        + "have taken one file of each branch: take both files of the branch that is merged first, and "
                        + "add the other branch's migration again behind it by godwit:rebase.",
                name(snapshot),
                name(ledger));
    }

    private static String name(Optional<Version> version) {
        return version.map(each -> "version " + each).orElse("no migration");
    }

    static ProjectProblem badName(String name) {
        return problem(
                "GW2602",
                "godwit.name=%s gives no class name. Use letters and digits, such as add_loyalty_tier.",
                name);
    }

    static ProjectProblem unresolved(Finding finding) {
        return problem("GW2603", "There is no migration before this is resolved: %s", finding);
    }

    static ProjectProblem exists(Path file) {
        return problem(
                "GW2604", "%s exists already, and is not written over. Move it away, or choose another name.", file);
    }

    static ProjectProblem unwritable(Path file, Exception failure) {
        return problem(
                "GW2605", "%s cannot be written: %s. No file has changed. Is its directory writable?", file, failure);
    }

    static ProjectProblem halfWritten(Collection<Path> files, Exception failure) {
        return problem(
                "GW2606",
                "Writing failed, and so did taking it back: %s. Restore these files from version control: %s.",
                failure,
                files.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    static ProjectProblem unknownVersion(String parameter, Version version) {
        return problem(
                "GW2607",
                "godwit.%s=%s is no version of META-INF/godwit/migrations. godwit:status lists them.",
                parameter,
                version);
    }

    static ProjectProblem doesNotApply(LedgerEntry migration, String why) {
        return problem(
                "GW2611",
                "The up of %s does not fit the schema that the migrations before it lead to: %s Restore the migration "
                        + "from version control, or correct it and seal it by godwit:accept -Dgodwit.edited=%s.",
                migration.className(),
                why,
                migration.version());
    }

    static ProjectProblem doesNotComeBack(LedgerEntry migration, String why) {
        return problem(
                "GW2612",
                "The down of %s does not undo its up: %s Correct it, and seal it by godwit:accept "
                        + "-Dgodwit.edited=%s.",
                migration.className(),
                why,
                migration.version());
    }

    /** @param parts {@code up}, {@code down}, or both */
    static ProjectProblem edited(LedgerEntry migration, String parts) {
        return problem(
                "GW2613",
                "The %s of %s is not what the ledger has sealed. Restore the migration from version control; if it "
                        + "was edited on purpose, seal it by godwit:accept -Dgodwit.edited=%s.",
                parts,
                migration.className(),
                migration.version());
    }

    static ProjectProblem chainLeadsElsewhere(Collection<?> differing) {
        return problem(
                "GW2614",
                "The migrations do not lead to the schema in META-INF/godwit/schema.json: %s. Restore the file from "
                        + "version control; if migrations were edited on purpose, seal them by godwit:accept "
                        + "-Dgodwit.edited=….",
                differing.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    static ProjectProblem chainLeadsToOtherRows(ReferenceData chain, ReferenceData snapshot) {
        Set<QualifiedName> tables = new TreeSet<>(chain.tables().keySet());
        tables.addAll(snapshot.tables().keySet());
        tables.removeIf(table -> chain.table(table).equals(snapshot.table(table)));
        return problem(
                "GW2616",
                "The migrations do not lead to the rows that META-INF/godwit/schema.json has of %s. Restore the file from "
                        + "version control; if migrations were edited on purpose, seal them by godwit:accept "
                        + "-Dgodwit.edited=….",
                tables.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    static ProjectProblem dataLinesDiffer() {
        return problem(
                "GW2618",
                "The lines of META-INF/godwit/migrations that begin with 'data' are not those of the rows in "
                        + "META-INF/godwit/schema.json. Restore both files from version control, or resolve the merge by "
                        + "godwit:rebase.");
    }

    static ProjectProblem repeatableUnusable(String file, String why) {
        return problem("GW2720", "META-INF/godwit/repeatable/%s cannot be used: %s.", file, why);
    }

    static ProjectProblem repeatableNeedsNothing(String name, String needed, Collection<String> names) {
        return problem(
                "GW2721",
                "The repeatable %s is to run after %s, which is none of %s. Correct its line '-- after:'.",
                name,
                needed,
                String.join(", ", names));
    }

    static ProjectProblem repeatableCircle(Collection<String> names) {
        return problem(
                "GW2722",
                "The repeatables %s are to run after each other in a circle. Correct the line '-- after:' of one.",
                String.join(", ", names));
    }

    static ProjectProblem newerFingerprint(LedgerEntry migration, String why) {
        return problem("GW2615", "The fingerprint of %s cannot be compared: %s", migration.className(), why);
    }

    static ProjectProblem followsNothing(LedgerEntry migration) {
        return problem(
                "GW2621",
                "%s follows %s, which is neither in META-INF/godwit/migrations nor among the migrations beside it. "
                        + "Restore the missing one from version control, or take this one away and accept it anew.",
                migration.className(),
                name(migration.after()));
    }

    static ProjectProblem nothingToKeep(Version version) {
        return problem(
                "GW2622",
                "godwit.keep=%s names no migration that is to be put behind the others: those are the ones whose class "
                        + "is there and whose line is not in META-INF/godwit/migrations.",
                version);
    }

    /** @param generated whether the entities may decide, since nobody's work is lost */
    static ProjectProblem collision(LedgerEntry own, Collision collision, boolean generated) {
        return problem(
                "GW2623",
                "%s and %s have both defined %s, each in its own way. %s",
                own.className(),
                collision.gained().entry().className(),
                collision.place(),
                generated
                        ? "Make the entity say what shall be, and let it decide by -Dgodwit.resolve=entities."
                        : "The former was edited by hand: correct it so that it follows the latter, or take it away, "
                                + "and accept what the entities still need by godwit:accept.");
    }

    static ProjectProblem keptCollides(LedgerEntry kept, LedgerEntry other) {
        return problem(
                "GW2624",
                "%s is to be kept as databases have run it, and touches what %s touches: a database that has the one "
                        + "could not run the other behind it. Take schema.json and migrations of the branch that %s "
                        + "comes from, and put %s behind it by godwit:rebase.",
                kept.className(),
                other.className(),
                kept.className(),
                other.className());
    }

    static ProjectProblem doesNotFitBehind(LedgerEntry migration, String why) {
        return problem(
                "GW2625",
                "%s does not fit behind the migrations that came before it: %s Correct it by hand, or take it away and "
                        + "accept what the entities still need by godwit:accept.",
                migration.className(),
                why);
    }

    static ProjectProblem nothingToSquash(Version version) {
        return problem(
                "GW2631", "godwit.to=%s leaves nothing to fold: it is the first migration. Name a later one.", version);
    }

    static ProjectProblem codeBehindSql(LedgerEntry migration, Footprint code) {
        return problem(
                "GW2632",
                "%s computes %s in Java, for rows that SQL before it may have inserted, and Java code cannot be written "
                        + "down again. Fold the migrations before it only, or let the SQL say by writes(…) which "
                        + "tables it touches; that changes no fingerprint.",
                migration.className(),
                code.writes());
    }

    static ProjectProblem squashLeadsElsewhere(Collection<?> differing) {
        return problem(
                "GW2633",
                "One migration in place of several would lead to another schema: %s. Nothing is written. Please report "
                        + "this.",
                differing);
    }

    static ProjectProblem unknownTable(String name, Collection<QualifiedName> known) {
        return problem(
                "GW2641",
                "godwit.tables names %s, which is no table at the head of the chain. The tables are: %s.",
                name,
                known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")));
    }

    static ProjectProblem saysNothingOfRows(LedgerEntry migration) {
        return problem(
                "GW2650",
                "%s moves rows by Java code, and its down is empty. Say there how the rows come back; if they cannot, "
                        + "say schema.noWayBack(\"why\"), and a rollback is refused before it executes anything.",
                migration.className());
    }

    private static ProjectProblem problem(String code, String text, Object... arguments) {
        return new ProjectProblem(code, text.formatted(arguments));
    }
}
