package dev.godwit.dialect.mysql;

import dev.godwit.change.AlterSequence;
import dev.godwit.dialect.standard.Catalog;
import dev.godwit.dialect.standard.Cost;
import dev.godwit.dialect.standard.Draft;
import dev.godwit.dialect.standard.Drafts;
import dev.godwit.dialect.standard.SequenceSteps;
import dev.godwit.dialect.standard.Site;
import dev.godwit.dialect.standard.TableSteps;
import dev.godwit.plan.Resume;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import java.util.List;

/** MySQL has no sequences: a table with one row stands in, as with Hibernate's {@code TableStructure}. */
final class MysqlSequenceSteps extends SequenceSteps {

    MysqlSequenceSteps(Site site, TableSteps tables) {
        super(site, tables::namespace);
    }

    @Override
    protected List<Draft> create(Sequence sequence) {
        String table = site.quote(sequence.name());
        return List.of(
                site.writer()
                        .ddl(
                                "create table of sequence " + sequence.name(),
                                site.definitions().createSequence(sequence),
                                Cost.NONE,
                                Catalog.once(site.catalog().hasSequence(sequence.name()))),
                site.writer()
                        .rows(
                                "start sequence " + sequence.name(),
                                "insert into %s values (%d)".formatted(table, sequence.start()),
                                Cost.NONE));
    }

    @Override
    protected String beginBeyond(Sequence sequence, QualifiedName table, Identifier column) {
        return "update %s set next_val = greatest(next_val, (select coalesce(max(%s), 0) + %d from %s))"
                .formatted(site.quote(sequence.name()), site.quote(column), sequence.increment(), site.quote(table));
    }

    @Override
    protected String drop(QualifiedName sequence) {
        return "drop table " + site.quote(sequence);
    }

    @Override
    protected String rename(QualifiedName from, QualifiedName to) {
        return "alter table %s rename to %s".formatted(site.quote(from), site.quote(to));
    }

    /** The table holds a position alone: start and increment are the application's. */
    @Override
    public Drafts alterSequence(AlterSequence change) {
        return Drafts.inOrder(site.writer()
                .ddl(
                        "keep the table of sequence " + change.to().name(),
                        "select next_val from " + site.quote(change.to().name()),
                        Cost.NONE,
                        new Resume.Idempotent()));
    }
}
