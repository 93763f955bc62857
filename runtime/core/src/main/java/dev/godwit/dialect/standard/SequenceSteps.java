package dev.godwit.dialect.standard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.AlterSequence;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.DropSequence;
import dev.godwit.change.RenameSequence;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Course;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Steps about sequences. */
public class SequenceSteps {

    protected final Site site;
    private final Function<QualifiedName, List<Draft>> namespace;

    /**
     * @param namespace the steps that make sure of a name's schema
     */
    public SequenceSteps(Site site, Function<QualifiedName, List<Draft>> namespace) {
        this.site = site;
        this.namespace = namespace;
    }

    public Drafts createSequence(CreateSequence change) {
        List<Draft> steps = new ArrayList<>(namespace.apply(change.sequence().name()));
        steps.addAll(site.progress()
                .retention()
                .kept(change.sequence())
                .map(kept -> broughtBack(change.sequence(), kept))
                .orElseGet(() -> create(change.sequence())));
        return Drafts.adding(steps, List.of());
    }

    /** A sequence goes on where it was, so that it gives no number a second time to rows that come back. */
    private List<Draft> broughtBack(Sequence sequence, Identifier kept) {
        QualifiedName name = sequence.name();
        return moved("bring back sequence " + name, name.withName(kept), name, () -> sequence);
    }

    protected List<Draft> create(Sequence sequence) {
        return List.of(site.writer()
                .ddl(
                        "create sequence " + sequence.name(),
                        site.definitions().createSequence(sequence),
                        Cost.NONE,
                        Catalog.once(site.catalog().hasSequence(sequence.name()))));
    }

    public Drafts dropSequence(DropSequence change) {
        QualifiedName name = change.sequence();
        Sequence sequence = sequence(name);
        return site.progress()
                .retention()
                .retire(sequence)
                .map(name::withName)
                .map(reserved -> Drafts.inOrder(moved("retire sequence " + name, name, reserved, () -> sequence)))
                .orElseGet(() -> gone(change));
    }

    private Drafts gone(DropSequence change) {
        return Drafts.inOrder(site.writer()
                .ddl(
                        "drop sequence " + change.sequence(),
                        drop(change.sequence()),
                        Cost.breaksRunningVersion(""),
                        Catalog.onceNot(site.catalog().hasSequence(change.sequence()))));
    }

    protected String drop(QualifiedName sequence) {
        return "drop sequence " + site.quote(sequence);
    }

    public final Drafts renameSequence(RenameSequence change) {
        return Drafts.inOrder(moved(
                "rename sequence %s to %s".formatted(change.from(), change.to()),
                change.from(),
                change.to(),
                () -> sequence(change.from())));
    }

    /**
     * Lets the sequence of a key that the database has made so far begin beyond the keys that are there. Where two versions
     * make keys, that is seen to for both of them elsewhere.
     */
    final List<Draft> beginBeyondKeys(AlterColumn change) {
        boolean drawn = change.from().identity() && !change.to().identity();
        if (!drawn || site.progress().course().mode() != Course.Mode.WHOLE) {
            return List.of();
        }
        return KeySequence.of(
                        change,
                        site.progress().course().changes(),
                        site.progress().schema())
                .filter(sequence -> sequence.increment() > 0)
                .map(sequence -> site.writer()
                        .ddl(
                                "let %s begin beyond the keys of %s".formatted(sequence.name(), change.table()),
                                beginBeyond(
                                        sequence, change.table(), change.to().name()),
                                Cost.NONE,
                                new Resume.Idempotent()))
                .stream()
                .toList();
    }

    /** The statement that lets a sequence give keys beyond those in a column, and none that it has given. */
    protected String beginBeyond(Sequence sequence, QualifiedName table, Identifier column) {
        String name = site.quote(sequence.name());
        return """
                select setval(%s, greatest((select max(%s) from %s) + %d, \
                last_value + case when is_called then %4$d else 0 end), false) from %s""".formatted(
                site.dialect().literal(name), site.quote(column), site.quote(table), sequence.increment(), name);
    }

    private Sequence sequence(QualifiedName name) {
        return site.progress()
                .schema()
                .sequence(name)
                .orElseThrow(() -> new IllegalStateException("There is no sequence " + name));
    }

    /**
     * Gives a sequence another name; it goes on where it was.
     *
     * @param sequence what it is, under whichever name
     */
    protected List<Draft> moved(String description, QualifiedName from, QualifiedName to, Supplier<Sequence> sequence) {
        return List.of(site.writer()
                .ddl(
                        description,
                        rename(from, to),
                        Cost.breaksRunningVersion(""),
                        Catalog.once(site.catalog().hasSequence(to))));
    }

    protected String rename(QualifiedName from, QualifiedName to) {
        return "alter sequence %s rename to %s".formatted(site.quote(from), site.quote(to.name()));
    }

    public Drafts alterSequence(AlterSequence change) {
        if (!change.from().options().equals(change.to().options())) {
            throw Refusals.unsupported(
                    site.dialect().description(),
                    "have the options of sequence %s changed by Godwit, which does not read them"
                            .formatted(change.to().name()),
                    "Write the statement by hand: schema.sql(\"alter sequence …\").effect(…) with this change as its effect.");
        }
        return Drafts.inOrder(site.writer()
                .ddl(
                        "alter sequence " + change.to().name(),
                        alter(change.from(), change.to()),
                        Cost.brief(""),
                        new Resume.Idempotent()));
    }

    /** The start is where the sequence would begin anew: its position stays. */
    protected String alter(Sequence from, Sequence to) {
        return "alter sequence %s%s start with %d increment by %d"
                .formatted(site.quote(to.name()), bounds(from, to), to.start(), to.increment());
    }

    private static String bounds(Sequence from, Sequence to) {
        String bound = SequenceBounds.of(to);
        return bound.isEmpty() && !SequenceBounds.of(from).isEmpty() ? " no minvalue no maxvalue" : bound;
    }
}
