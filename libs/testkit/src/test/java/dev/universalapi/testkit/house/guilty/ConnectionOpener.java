package dev.universalapi.testkit.house.guilty;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class ConnectionOpener {
    Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }
}
