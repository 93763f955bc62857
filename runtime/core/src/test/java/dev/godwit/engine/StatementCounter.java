package dev.godwit.engine;

import dev.godwit.engine.server.ConnectionSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Notes the statements that are executed on its connections. */
final class StatementCounter implements ConnectionSource {

    /** Hears each statement before it is executed, and may say that it cannot be. */
    @FunctionalInterface
    interface Hearing {
        void of(String statement) throws SQLException;
    }

    private final ConnectionSource source;
    private final Hearing hearing;
    private final List<String> statements = new ArrayList<>();

    StatementCounter(ConnectionSource source) {
        this(source, statement -> {});
    }

    StatementCounter(ConnectionSource source, Hearing hearing) {
        this.source = source;
        this.hearing = hearing;
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public Connection open() throws SQLException {
        return proxy(Connection.class, source.open(), "");
    }

    private <T> T proxy(Class<T> type, T real, String prepared) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().startsWith("execute")) {
                String executed = args == null || args.length == 0 ? prepared : String.valueOf(args[0]);
                statements.add(executed);
                hearing.of(executed);
            }
            try {
                Object result = method.invoke(real, args);
                if (result instanceof PreparedStatement statement) {
                    return proxy(PreparedStatement.class, statement, String.valueOf(args[0]));
                }
                return result instanceof Statement statement ? proxy(Statement.class, statement, "") : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
