package dev.godwit.dialect.h2;

import dev.godwit.change.RenameSequence;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.SequenceSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.plan.Resume;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;

/** H2 cannot rename a sequence: another one takes over where it stands. */
final class H2SequenceSteps extends SequenceSteps {

    H2SequenceSteps(Site site, TableSteps tables) {
        super(site, tables::namespace);
    }

    @Override
    public Drafts renameSequence(RenameSequence change) {
        Sequence renamed = site.progress()
                .schema()
                .sequence(change.from())
                .orElseThrow(() -> new IllegalStateException("There is no sequence " + change.from()))
                .withName(change.to());
        String quoted = site.quote(change.to());
        return Drafts.inOrder(
                site.writer()
                        .ddl(
                                "create sequence " + change.to(),
                                site.definitions()
                                        .createSequence(renamed)
                                        .replaceFirst("create sequence", "create sequence if not exists"),
                                Cost.NONE,
                                new Resume.Idempotent()),
                site.writer()
                        .ddl(
                                "continue sequence %s as %s".formatted(change.from(), change.to()),
                                "alter sequence %s restart with (%s)".formatted(quoted, position(change.from())),
                                Cost.NONE,
                                new Resume.Idempotent()),
                site.writer()
                        .ddl(
                                "drop sequence " + change.from(),
                                drop(change.from()),
                                Cost.breaksRunningVersion(""),
                                Catalog.onceNot(site.catalog().hasSequence(change.from()))));
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
