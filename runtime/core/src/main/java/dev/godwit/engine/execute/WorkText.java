package dev.godwit.engine.execute;

import dev.godwit.change.Transform;
import dev.godwit.plan.Work;
import java.util.List;
import java.util.stream.Collectors;

/** What a step executes, to read. */
public final class WorkText implements Work.Visitor<String> {

    private static final WorkText TEXT = new WorkText();

    private WorkText() {}

    public static String of(Work work) {
        return work.accept(TEXT);
    }

    @Override
    public String sql(Work.Sql work) {
        return work.sql();
    }

    @Override
    public String namedByDatabase(Work.NamedByDatabase work) {
        return work.template()
                .replace(Work.NamedByDatabase.NAME, "<name of " + work.subject() + ">")
                .replace(Work.NamedByDatabase.NUMBER, "<" + work.subject() + ">");
    }

    @Override
    public String verify(Work.Verify work) {
        return work.query() + " -- must be 0: " + work.what();
    }

    @Override
    public String rows(Work.Rows work) {
        Transform transform = work.transform();
        return "-- Java code over the rows of %s%s in the order of %s: reads %s, writes %s%s%s"
                .formatted(
                        transform.table(),
                        work.due()
                                .map(due -> " with %s = %d".formatted(due.mark(), due.value()))
                                .orElse(""),
                        transform.key(),
                        transform.reads(),
                        transform.writes(),
                        transform.targets().stream()
                                .map(target -> ", may " + target)
                                .collect(Collectors.joining()),
                        keeping(work.keeping()));
    }

    @Override
    public String copyRows(Work.CopyRows work) {
        return "-- rows of %s from the other database, batch by batch".formatted(work.table());
    }

    @Override
    public String fill(Work.Fill work) {
        String order = work.key().isEmpty() ? "in the order of the rows' places" : "in the order of " + work.key();
        return "%s -- batch by batch, %s%s".formatted(work.sql(work.condition()), order, keeping(work.keeping()));
    }

    private static String keeping(List<Work.Keeping> keeping) {
        return keeping.stream()
                .map(kept -> "; keeps what was in %s in %s".formatted(kept.column(), kept.store()))
                .collect(Collectors.joining());
    }
}
