package dev.universalapi.testkit.store;

import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL 18, started at the first question and ended with the JVM. Starting takes seconds, a database of
/// one's own 50 ms; so every test class takes one.
///
/// ```java
/// private static final RealDatabase DATABASE = RealPostgres.database();
/// ```
public final class RealPostgres {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private RealPostgres() {}

    /// A fresh, empty database, owned by its role `owner`.
    public static RealDatabase database() {
        return create("template1");
    }

    /// A fresh copy of a database that nobody is connected to, so that migrations run once for many test classes.
    public static RealDatabase copyOf(RealDatabase template) {
        return create(template.name());
    }

    private static RealDatabase create(String template) {
        var database = Running.ROLES.database("test_" + COUNT.incrementAndGet());
        var name = database.name();
        administer("CREATE DATABASE %s OWNER %s TEMPLATE %s"
                .formatted(name, database.owner().user(), template));
        administer("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        administer("GRANT CONNECT ON DATABASE %s TO %s, %s"
                .formatted(name, database.app().user(), database.system().user()));
        return database;
    }

    /// Runs one statement as superuser, outside of all databases of tests.
    static void administer(String sql) {
        Running.SERVER.execute(sql);
    }

    /// Started by the first access to this class.
    private static final class Running {
        static final Server SERVER = Server.start();
        static final Roles ROLES = Roles.createIn(SERVER);
    }
}
