package dev.godwit.benchmarks.subject;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Connects and ends. */
public final class Connect {

    private Connect() {}

    /** @param arguments URL, user, password */
    public static void main(String[] arguments) throws SQLException {
        Cost cost = new Cost();
        DriverManager.getConnection(arguments[0], arguments[1], arguments[2]).close();
        cost.print();
    }
}
