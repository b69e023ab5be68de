package dev.universalapi.auth.first;

import dev.universalapi.auth.key.KeyMaker;
import dev.universalapi.auth.organisation.Founder;
import dev.universalapi.platform.tenant.Database;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.io.IOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// Makes organisations and keys that an installation begins with, before this process is ready.
final class Beginning implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final FirstProperties properties;
    private final TenantTransactions tenants;
    private final Founder founder;
    private final KeyMaker maker;
    private final Database database;

    Beginning(
            FirstProperties properties,
            TenantTransactions tenants,
            Founder founder,
            KeyMaker maker,
            Database database) {
        this.properties = properties;
        this.tenants = tenants;
        this.founder = founder;
        this.maker = maker;
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        var file = properties.keys();
        if (file == null) {
            return;
        }
        database.awaitTables();
        for (var first : FirstKey.of(file, Files.readAllLines(file))) {
            make(first);
        }
    }

    private void make(FirstKey first) {
        var made = tenants.<Boolean>within(first.organisation(), () -> {
            founder.found(
                    first.organisation(), first.organisation(), properties.plan(), first.project(), FirstKey.MAKER);
            return maker.keep(first.fresh());
        });
        if (made) {
            LOG.atInfo()
                    .addKeyValue("organisation", first.organisation())
                    .addKeyValue("scopes", first.scopes())
                    .log("A first key was made");
        }
    }
}
