package dev.godwit.dialect.h2;

import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.SequenceSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import java.util.List;
import java.util.function.Supplier;

/** H2 cannot rename a sequence: another one takes over where it stands. */
final class H2SequenceSteps extends SequenceSteps {

    H2SequenceSteps(Site site, TableSteps tables) {
        super(site, tables::namespace);
    }

    @Override
    protected List<Draft> moved(String description, QualifiedName from, QualifiedName to, Supplier<Sequence> sequence) {
        return List.of(
                site.writer()
                        .ddl(
                                description + ", by another one",
                                site.definitions()
                                        .createSequence(sequence.get().withName(to))
                                        .replaceFirst("create sequence", "create sequence if not exists"),
                                Cost.NONE,
                                new Resume.Idempotent()),
                site.writer()
                        .ddl(
                                "continue sequence %s as %s".formatted(from, to),
                                "alter sequence %s restart with (%s)".formatted(site.quote(to), position(from)),
                                Cost.NONE,
                                new Resume.Idempotent()),
                site.writer()
                        .ddl(
                                "drop sequence " + from,
                                drop(from),
                                Cost.breaksRunningVersion(""),
                                Catalog.onceNot(site.catalog().hasSequence(from))));
    }

    @Override
    protected String beginBeyond(Sequence sequence, QualifiedName table, Identifier column) {
        return "alter sequence %s restart with (select greatest((%s), coalesce(max(%s), 0) + %d) from %s)"
                .formatted(
                        site.quote(sequence.name()),
                        position(sequence.name()),
                        site.quote(column),
                        sequence.increment(),
                        site.quote(table));
    }

    private String position(QualifiedName sequence) {
        return "select base_value from information_schema.sequences where sequence_schema = %s and sequence_name = %s"
                .formatted(
                        sequence.schema()
                                .map(site.dialect()::catalogName)
                                .map(site.dialect()::literal)
                                .orElse("current_schema"),
                        site.dialect().literal(site.dialect().catalogName(sequence.name())));
    }
}
