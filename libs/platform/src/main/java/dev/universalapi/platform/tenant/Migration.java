package dev.universalapi.platform.tenant;

import dev.universalapi.platform.tenant.DatabaseProperties.Migrate;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/// A service that is to migrate and nothing else does so before anything of it is made, and ends: it needs its
/// database,
/// and no port, no registry, no other store.
final class Migration implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final String SETTING = "universal.database.migrate";
    private static final int FAILED = 1;

    private final IntConsumer exit;

    Migration() {
        this(Runtime.getRuntime()::exit);
    }

    Migration(IntConsumer exit) {
        this.exit = exit;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (Binder.get(environment)
                .bind(SETTING, String.class)
                .map(Migration::isOnly)
                .orElse(false)) {
            exit.accept(Tables.migrate(environment));
        }
    }

    private static boolean isOnly(String setting) {
        return Migrate.ONLY.name().equalsIgnoreCase(setting.strip());
    }

    /// Apart, since not every part of the suite has what it takes to ask a database.
    private static final class Tables {
        static int migrate(Environment environment) {
            try {
                Schema.migrated(Binder.get(environment)
                        .bind("universal.database", DatabaseProperties.class)
                        .get());
                LOG.atInfo().log("The database is migrated");
                return 0;
            } catch (FlywayException | BindException | UncheckedIOException | IllegalStateException failure) {
                LOG.atError().log("The database was not migrated: {}", line(failure));
                return FAILED;
            }
        }

        private static String line(Exception failure) {
            var telling =
                    failure instanceof FlywayException ? failure : NestedExceptionUtils.getMostSpecificCause(failure);
            return String.valueOf(telling.getMessage())
                    .replaceAll("[\\s-]*\\s", " ")
                    .strip();
        }
    }
}
