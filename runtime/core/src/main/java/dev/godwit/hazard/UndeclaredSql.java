package dev.godwit.hazard;

import dev.godwit.change.Change;
import dev.godwit.change.RunSql;
import dev.godwit.plan.Hazard;
import java.util.List;

/** Nothing can be proved about SQL that declares nothing. */
final class UndeclaredSql implements Rule {

    @Override
    public List<Finding> check(Change change, Situation situation) {
        return change.accept(new NoFindings() {
            @Override
            public List<Finding> runSql(RunSql change) {
                if (!(change.effect().isEmpty())) {
                    return List.of();
                }
                return List.of(new Finding(
                        "GW4119",
                        Hazard.BREAKS_RUNNING_VERSION,
                        Names.NOWHERE,
                        situation.databases(),
                        "Raw SQL says nothing about the schema: add .noSchemaEffect() where it changes rows only, or "
                                + ".effect(…) with the changes that it makes. Statement: "
                                + change.statements().get(0).sql()));
            }
        });
    }
}
