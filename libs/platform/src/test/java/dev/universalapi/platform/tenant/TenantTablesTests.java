package dev.universalapi.platform.tenant;

import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import dev.universalapi.testkit.store.TenantTables;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RealStores
class TenantTablesTests {
    @Test
    void whatMigrationsSayOfTablesSecuresThem() {
        var real = RealPostgres.database();

        try (var database = Stores.open(real)) {
            database.system()
                    .jdbc()
                    .sql("INSERT INTO note VALUES ('acme', 1, 'of acme')")
                    .update();

            TenantTables.areSecured(real, Map.of("progress", "How far a worker is, over all organisations."));
        }
    }
}
