package dev.godwit.engine.script;

import dev.godwit.change.DatabaseKind;
import java.util.List;

/** How the SQL of a database lets a script look before it acts. */
interface ScriptForm {

    static ScriptForm of(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresqlForm();
            case MARIADB, MYSQL -> new MysqlForm();
            case H2 -> new H2Form();
        };
    }

    /** SQL of the time in UTC. */
    String now();

    /** What the form can and cannot do, for people. */
    String explanation();

    /** Makes a schema the one where unqualified names belong. @param quoted its name */
    String enter(String quoted);

    /** The statements of a group, each to be executed by itself and committed. */
    List<String> group(ScriptGroup group, Bookkeeping books);
}
