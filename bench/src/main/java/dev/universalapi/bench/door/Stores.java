package dev.universalapi.bench.door;

import dev.universalapi.bench.durable.KafkaTopic;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.suite.Suite;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/// What the stores of a suite hold, read and changed past all services.
record Stores(Suite suite) {
    /// One look at Redis.
    @FunctionalInterface
    interface Look<T> {
        T at(RedisCommands<String, String> redis);
    }

    /// A database, as one of its three roles.
    ///
    /// @param role `owner`, `app` or `system`
    Connection database(String name, String role) throws IOException, SQLException {
        var port = suite.instances("postgres").getFirst().port();
        var user = name + "_" + role;
        var password = new Identity(suite.home().identity()).databasePassword(user);
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", Files.readString(password).strip());
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, login);
    }

    <T> T redis(Look<T> look) throws IOException {
        var port = suite.instances("redis").getFirst().port();
        var password = Files.readString(new Identity(suite.home().identity()).redisPassword())
                .strip();
        var address = RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withPassword(password.toCharArray())
                .build();
        try (var client = RedisClient.create(address);
                var connection = client.connect()) {
            return look.at(connection.sync());
        }
    }

    /// All topics of Kafka but its own.
    List<KafkaTopic> topics() {
        return KafkaTopic.all("127.0.0.1:" + suite.instances("kafka").getFirst().port());
    }
}
